/**
 * Text as a reader sees it: without tags, entities and Markdown's marks, each character with its place in the source. Lines end
 * where the source's lines or blocks end; a list item begins with "- ", a heading with "# ".
 */
export type ReadableText = {
  text: string;
  /** The span of the source that the readable characters [start, end) stand for; `end` must be greater than `start`. */
  sourceSpan: (start: number, end: number) => [number, number];
};

/** A text under way: for each of its characters where its source begins and ends. */
type Draft = { text: string; starts: Uint32Array; ends: Uint32Array };

/** Markup inside entities inside entities is the most that boards produce. */
const deepestEscape = 3;

/** Reads plain text, HTML (escaped once, twice or not) or Markdown. Takes time in proportion to the source's length. */
export function readable(source: string): ReadableText {
  let draft = plainLetters(verbatim(source));
  for (let depth = 0; depth < deepestEscape; depth++) {
    const before = draft.text.length;
    draft = decodeEntities(stripTags(draft));
    if (draft.text.length === before) break;
  }
  draft = stripMarks(plainLetters(draft));
  const { text, starts, ends } = draft;
  return {
    text,
    sourceSpan: (start, end) => [starts[start] as number, ends[end - 1] as number],
  };
}

/**
 * A text in small letters, each character at its place: "İ" alone would become two. A pattern in small letters looks through it up to ten times
 * as fast as one that ignores case looks through the text itself, and costs half to compile.
 */
export const inSmallLetters = (text: string): string => text.replaceAll("İ", "i").toLowerCase();

/** Characters that nobody sees within words, and other forms of plain letters, figures and signs. */
const forms = /[\u00ad\u200b-\u200d\u2060\ufeff]|[\u3000\uff01-\uff5e]|[\u{1d400}-\u{1d7ff}]/gu;

/** "Type&shy;Script" and full-width "Ｊａｖａ" as everyone else writes them. */
function plainLetters(draft: Draft): Draft {
  if (draft.text.search(forms) === -1) return draft;
  const written = new Writer(draft);
  let kept = 0;
  for (const { 0: char, index } of draft.text.matchAll(forms)) {
    written.keep(kept, index);
    kept = index + char.length;
    const plain = /[\u00ad\u200b-\u200d\u2060\ufeff]/u.test(char) ? "" : char.normalize("NFKC");
    if (plain !== "") written.put(plain, index, kept);
  }
  written.keep(kept, draft.text.length);
  return written.finish();
}

function verbatim(text: string): Draft {
  const starts = new Uint32Array(text.length);
  const ends = new Uint32Array(text.length);
  for (let at = 0; at < text.length; at++) {
    starts[at] = at;
    ends[at] = at + 1;
  }
  return { text, starts, ends };
}

/** Collects the characters that stay, and those that are put in place of others; never more of them than there were. */
class Writer {
  private readonly parts: string[] = [];
  private readonly starts: Uint32Array;
  private readonly ends: Uint32Array;
  private length = 0;
  constructor(private readonly from: Draft) {
    this.starts = new Uint32Array(from.text.length);
    this.ends = new Uint32Array(from.text.length);
  }

  keep(start: number, end: number) {
    if (end <= start) return;
    this.parts.push(this.from.text.slice(start, end));
    this.starts.set(this.from.starts.subarray(start, end), this.length);
    this.ends.set(this.from.ends.subarray(start, end), this.length);
    this.length += end - start;
  }

  /** Puts `text`, which is no longer, where [start, end) was: each of its characters stands for all of that. */
  put(text: string, start: number, end: number) {
    this.parts.push(text);
    const until = this.length + text.length;
    this.starts.fill(this.from.starts[start] as number, this.length, until);
    this.ends.fill(this.from.ends[end - 1] as number, this.length, until);
    this.length = until;
  }

  finish(): Draft {
    const { parts, starts, ends, length } = this;
    return { text: parts.join(""), starts: starts.subarray(0, length), ends: ends.subarray(0, length) };
  }
}

const inlineTags =
  "a abbr b big cite code del dfn em font i ins kbd mark q s samp small span strike strong sub sup tt u var wbr";
const blockTags =
  "address article aside blockquote body br center dd div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 head header hr html iframe img input label li link main meta nav ol option p pre script section select style svg table tbody td tfoot th thead title tr ul";
const inline = new Set(inlineTags.split(" "));
const block = new Set(blockTags.split(" "));
/** A tag longer than this is taken for text. */
const longestTag = 2_000;

function stripTags(draft: Draft): Draft {
  const { text } = draft;
  if (!/<\/?[a-z!]/i.test(text)) return draft;
  const isMarkup = /<(?:p|div|li|br|ul|ol|h[1-6]|td)\b[^<>]{0,200}>/i.test(text);
  const written = new Writer(draft);
  let kept = 0;
  for (let at = text.indexOf("<"); at !== -1; at = text.indexOf("<", Math.max(kept, at + 1))) {
    const tag = tagAt(text, at);
    if (!tag) continue;
    keepFolded(written, text, kept, at, isMarkup);
    if (block.has(tag.name)) written.put(replacement(tag), at, tag.end);
    kept = tag.end;
    if (!tag.isClosing && (tag.name === "script" || tag.name === "style")) {
      const close = text.indexOf(`</${tag.name}`, kept);
      kept = close === -1 ? text.length : close;
    }
  }
  keepFolded(written, text, kept, text.length, isMarkup);
  return written.finish();
}

function replacement({ name, isClosing }: { name: string; isClosing: boolean }): string {
  if (isClosing) return "\n";
  if (name === "li") return "\n- ";
  return /^h[1-6]$/.test(name) ? "\n# " : "\n";
}

/** In markup a line end is a space; in text it is a line end. */
function keepFolded(written: Writer, text: string, start: number, end: number, isMarkup: boolean) {
  if (!isMarkup) {
    written.keep(start, end);
    return;
  }
  const segment = text.slice(start, end);
  let kept = 0;
  for (let at = segment.indexOf("\n"); at !== -1; at = segment.indexOf("\n", at + 1)) {
    written.keep(start + kept, start + at);
    written.put(" ", start + at, start + at + 1);
    kept = at + 1;
  }
  written.keep(start + kept, end);
}

function tagAt(text: string, at: number): { name: string; isClosing: boolean; end: number } | null {
  if (text.startsWith("<!--", at)) {
    const close = text.indexOf("-->", at);
    return { name: "comment", isClosing: false, end: close === -1 ? text.length : close + 3 };
  }
  const isClosing = text[at + 1] === "/";
  const nameStart = at + (isClosing ? 2 : 1);
  let nameEnd = nameStart;
  while (nameEnd < text.length && nameEnd - nameStart < 12 && /[a-z0-9]/i.test(text[nameEnd] as string))
    nameEnd++;
  const name = text.slice(nameStart, nameEnd).toLowerCase();
  if (!inline.has(name) && !block.has(name)) return null;
  let quote = "";
  for (let end = nameEnd; end < text.length && end - at < longestTag; end++) {
    const char = text[end] as string;
    if (quote) {
      if (char === quote) quote = "";
    } else if (char === '"' || char === "'") quote = char;
    else if (char === ">") return { name, isClosing, end: end + 1 };
    else if (char === "<") return null;
  }
  return null;
}

const entity = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}));/gi;
const named: Record<string, string> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
  ndash: "–",
  mdash: "—",
  bull: "•",
  middot: "·",
  hellip: "…",
  rsquo: "’",
  lsquo: "‘",
  rdquo: "”",
  ldquo: "“",
  euro: "€",
  pound: "£",
  eacute: "é",
  egrave: "è",
  agrave: "à",
  auml: "ä",
  ouml: "ö",
  uuml: "ü",
  szlig: "ß",
  ccedil: "ç",
  ntilde: "ñ",
  trade: "™",
  reg: "®",
  times: "×",
  plusmn: "±",
  deg: "°",
  laquo: "«",
  raquo: "»",
  yen: "¥",
  shy: "\u00ad",
};

function decodeEntities(draft: Draft): Draft {
  const { text } = draft;
  if (!text.includes("&")) return draft;
  const written = new Writer(draft);
  let kept = 0;
  for (const match of text.matchAll(entity)) {
    const char = characterOf(match);
    if (char === undefined) continue;
    written.keep(kept, match.index);
    kept = match.index + match[0].length;
    written.put(char, match.index, kept);
  }
  written.keep(kept, text.length);
  return written.finish();
}

function characterOf([, decimal, hex, name]: RegExpMatchArray): string | undefined {
  if (name) return named[name.toLowerCase()];
  const code = decimal ? Number(decimal) : Number.parseInt(hex ?? "", 16);
  const isCharacter = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
  return isCharacter ? String.fromCodePoint(code) : undefined;
}

/**
 * Markdown's marks: emphasis and code around words, the address of a link, a backslash before a sign ("C\#"). A mark between two
 * letters or digits stays, and so does a bullet.
 */
const marks = /\]\([^()\s]{0,2000}\)|\\(?=[!-/:-@[-`{-~])|[*`~]{1,6}|__/g;
const isWord = (char: string | undefined) => char !== undefined && /[\p{L}\p{N}]/u.test(char);

function stripMarks(draft: Draft): Draft {
  const { text } = draft;
  const written = new Writer(draft);
  let kept = 0;
  for (const match of text.matchAll(marks)) {
    const start = match.index;
    const end = start + match[0].length;
    if (match[0] !== "\\" && isWord(text[start - 1]) && isWord(text[end])) continue;
    if (match[0] === "*" && /\s/.test(text[end] ?? " ") && isLineStart(text, start)) continue;
    written.keep(kept, start);
    kept = end;
  }
  written.keep(kept, text.length);
  return written.finish();
}

function isLineStart(text: string, at: number): boolean {
  let before = at - 1;
  while (before >= 0 && at - before < 20 && (text[before] === " " || text[before] === "\t")) before--;
  return before < 0 || text[before] === "\n";
}
