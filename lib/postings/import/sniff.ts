import { elementAt } from "@/lib/present";
import { splitFrontMatter } from "./formats/front-matter";
import { headerIn, headerLine } from "./formats/table";
import type { ImportFormat } from "./input";
import { haveTitle, isRecord } from "./record";
import { jsonEntries } from "./split/json";
import { isJsonLines, jsonLines } from "./split/lines";

/** The format that a file is in, by the text of its head; null for none that we read. */
export async function sniff(head: string): Promise<ImportFormat | null> {
  const start = head.trimStart();
  if (/^(?:<!--[\s\S]*?-->\s*)?<(?:!doctype html|html|head|script)\b/i.test(start)) return "jsonld";
  if (start.startsWith("<")) return sniffXml(start);
  if (/^[[{]/.test(start)) return sniffJson(start);
  const front = splitFrontMatter(head);
  if (front && haveTitle(Object.keys(front.fields))) return "markdown";
  if (headerIn(headerLine(head))) return "csv";
  return front ? "markdown" : null;
}

function sniffXml(text: string): ImportFormat | null {
  if (/<(?:workzag-jobs|jobDescriptions)\b/.test(text)) return "personio";
  const tag = /<(rss|feed|rdf:rdf|channel|item|entry|source|jobs|job|position|vacancy|listing|offer)\b/i.exec(
    text,
  );
  if (!tag) return null;
  return /^(?:rss|feed|rdf:rdf|channel|item|entry)$/i.test(elementAt(tag, 1)) ? "rss" : "indeed";
}

async function sniffJson(text: string): Promise<ImportFormat> {
  const has = await firstKeys(text);
  const anyOf = (...keys: string[]) => keys.some(has);
  if (anyOf("@type", "@context", "@graph")) return "jsonld";
  if (has("absolute_url") && anyOf("content", "internal_job_id")) return "greenhouse";
  if (has("careers_url") || has("careers_apply_url")) return "recruitee";
  if (has("jobAd") || (has("name") && anyOf("releasedDate", "refNumber"))) return "smartrecruiters";
  if (has("shortcode") && anyOf("telecommuting", "application_url", "shortlink", "workplace"))
    return "workable";
  if (has("text") && anyOf("categories", "hostedUrl")) return "lever";
  if (has("jobUrl") && anyOf("descriptionHtml", "descriptionPlain", "secondaryLocations", "isListed"))
    return "ashby";
  if (anyOf("text_html", "comment_text")) return "hn";
  const isComment = anyOf("by", "author") && anyOf("parent", "parent_id", "story_id");
  return isComment && anyOf("text", "deleted", "dead") ? "hn" : "json";
}

/** Whether the first entry has a key; one that is longer than the head, or broken, is looked at as text. */
async function firstKeys(text: string): Promise<(key: string) => boolean> {
  const pieces = (async function* () {
    yield text;
  })();
  let first = text.slice(0, 20_000);
  try {
    for await (const raw of isJsonLines(text) ? jsonLines(pieces) : jsonEntries(pieces)) {
      if ("text" in raw) first = raw.text;
      break;
    }
    const value: unknown = JSON.parse(first);
    if (isRecord(value)) return (key) => key in value;
  } catch {
    // Its parser will say what is wrong with it.
  }
  return (key) => new RegExp(`"${key}"\\s*:`).test(first);
}
