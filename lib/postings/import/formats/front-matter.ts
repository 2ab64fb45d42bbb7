import { parseDocument } from "yaml";
import { elementAt } from "@/lib/present";
import { type Fields, isRecord } from "../record";

const fieldLine = /^[\t ]*([A-Za-z][\w .-]{0,40}?)[\t ]*:(?:[\t ]+(.*))?$/;

/**
 * Splits a Markdown file into its front matter and its body. Front matter that is not good YAML is read line by line; one without
 * its closing line ends where its lines stop looking like fields. Null where the file has none.
 */
export function splitFrontMatter(text: string): { fields: Fields; body: string } | null {
  const lines = text.split("\n");
  const opening = lines.findIndex((line) => line.trim() !== "");
  if (opening === -1) return null;
  const isFenced = isFence(elementAt(lines, opening));
  if (!isFenced && !fieldLine.test(elementAt(lines, opening))) return null;
  const first = isFenced ? opening + 1 : opening;
  const fence = lines.findIndex((line, index) => index >= first && isFence(line));
  const isClosed =
    fence !== -1 && lines.slice(first, fence).filter((line) => line.trim() !== "").length < longestHeader;
  const end = isClosed ? fence : endOfFields(lines, first);
  const header = lines.slice(first, end);
  const body = lines
    .slice(isClosed ? end + 1 : end)
    .join("\n")
    .trim();
  return { fields: { ...byLine(header), ...asYaml(header.join("\n")) }, body };
}

/** More lines than this before a closing line, and the line is a rule within the body. */
const longestHeader = 60;

const isFence = (line: string) => /^\s*(?:-{3,}|\.{3})\s*$/.test(line);

function endOfFields(lines: string[], first: number): number {
  let end = first;
  for (let index = first; index < lines.length; index++) {
    const line = elementAt(lines, index);
    if (line.trim() === "") continue;
    const isField = fieldLine.test(line) || /^\s*(?:-\s|#)|^\s{2,}\S|^\t/.test(line);
    if (!isField || /^#{1,6} /.test(line)) break;
    end = index + 1;
  }
  return end;
}

function asYaml(header: string): Fields {
  const document = parseDocument(header, {
    logLevel: "silent",
    uniqueKeys: false,
    maxAliasCount: 0,
    // "85.000" is how people write 85,000: amounts stay text, and are read like any other.
    customTags: (tags: { tag?: string }[]) => tags.filter(({ tag }) => tag !== "tag:yaml.org,2002:float"),
  } as object);
  if (document.errors.length > 0) return {};
  try {
    const value: unknown = document.toJS({ maxAliasCount: 0 });
    return isRecord(value) ? value : {};
  } catch {
    return {};
  }
}

/** "key: value" lines, and "- item" lines under a key; deeper fields belong to the key above and are left out. */
function byLine(header: string[]): Fields {
  const fields: Fields = {};
  let key = "";
  for (const line of header) {
    const item = /^\s*-\s+(.*)$/.exec(line);
    const field = /^\s/.test(line) ? null : fieldLine.exec(line);
    if (field) {
      key = elementAt(field, 1);
      const value = unquoted(field[2] ?? "");
      if (value !== "") fields[key] ??= value;
    } else if (item && key) {
      const before = fields[key];
      fields[key] = [...(Array.isArray(before) ? before : []), unquoted(elementAt(item, 1))];
    }
  }
  return fields;
}

const unquoted = (value: string) =>
  value
    .replace(/^!!\w+\s+/, "")
    .replace(/[ \t]#.*$/, "")
    .trim()
    .replace(/^(['"])(.*)\1$/, "$2");
