import { isAscii, isUtf8 } from "node:buffer";
import { decode as decodeWhole, encodingExists } from "iconv-lite";

/**
 * The encoding that the head of a file tells: its byte order mark, or for UTF-16 without one the zero bytes that stand at every other
 * place of Western text. Null for one that is UTF-8 or of single bytes, which only its first letter beyond ASCII can tell.
 */
export function wideEncodingOf(head: Uint8Array): "utf-16le" | "utf-16be" | null {
  if (head[0] === 0xff && head[1] === 0xfe) return "utf-16le";
  if (head[0] === 0xfe && head[1] === 0xff) return "utf-16be";
  const zeros = [0, 0] as [number, number];
  head.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2 ? 1 : 0]++;
  });
  const [even, odd] = zeros;
  // Letters of other scripts have no zero byte, but the spaces, digits and line ends between them do.
  const enough = head.length / 20;
  if (head.length < 4 || Math.max(even, odd) < enough) return null;
  if (odd > even * 10) return "utf-16le";
  return even > odd * 10 ? "utf-16be" : null;
}

/**
 * The encoding of bytes that are not all ASCII: UTF-8 where that is what they are, else the one that the file declares, else the one in
 * which most of the letters beyond ASCII belong to one language's alphabet. `isEnd` says that nothing follows them.
 */
export function narrowEncodingOf(bytes: Uint8Array, declared: string | null, isEnd: boolean): string {
  if (isUtf8(bytes)) return "utf-8";
  // The sample, and a file that was cut off, may end within a letter.
  const whole = [1, 2, 3].map((cut) => bytes.subarray(0, -cut)).find((rest) => isUtf8(rest));
  if (whole && !(isEnd && isAscii(whole))) return "utf-8";
  if (isMostlyUtf8(bytes)) return "utf-8";
  const named = declared && encodingExists(declared) && !/^utf|^ucs|ascii/i.test(declared) ? declared : null;
  // What calls itself Latin-1 is windows-1252 wherever the two differ, as every browser knows.
  return named && !/^(?:iso[-_]?8859[-_]?1|latin[-_]?1)$/i.test(named) ? named : guess(bytes);
}

/** The encoding that XML, or HTML in its head, says it is in. */
export function declaredEncodingOf(head: Uint8Array): string | null {
  const start = Buffer.from(head.subarray(0, 2_048)).toString("latin1");
  const declared =
    /^\s*<\?xml[^>]{0,200}\bencoding\s*=\s*["']([\w-]{2,20})["']/i.exec(start) ??
    /<meta[^>]{0,200}\bcharset\s*=\s*["']?([\w-]{2,20})/i.exec(start);
  return declared?.[1] ?? null;
}

/** One broken letter in a file of good ones makes it no other encoding. */
function isMostlyUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder("utf-8").decode(bytes);
  const beyond = text.match(/[^\0-\x7f]/gu) ?? [];
  const broken = beyond.filter((letter) => letter === "\ufffd").length;
  return beyond.length > 0 && broken * 4 < beyond.length;
}

/** What European languages write beyond ASCII, the likelier encoding first: an equal score goes to the earlier line. */
const alphabets: [encoding: string, letters: string][] = [
  ["windows-1252", "äöüß"],
  ["windows-1252", "éèàêçùâîôûëïœæ"],
  ["windows-1252", "áéíóúñü¿¡ºª"],
  ["windows-1252", "àèéìòù"],
  ["windows-1252", "åäöæøé"],
  ["windows-1252", "éëïöü"],
  // Before the two that have letters at the same places: those have more of their own.
  ["windows-1250", "áéíóöőúüű"],
  ["windows-1254", "çğıöşüâîû"],
  ["windows-1252", "ãáâàçéêíóôõú"],
  ["windows-1252", "áðéíóúýþæö"],
  ["windows-1250", "ąćęłńóśźż"],
  ["windows-1250", "áčďéěíňóřšťúůýž"],
  ["windows-1250", "áäčďéíĺľňóôŕšťúýž"],
  ["windows-1250", "čćđšž"],
  ["windows-1250", "ăâîşţ"],
  ["windows-1251", "абвгдежзийклмнопрстуфхцчшщъыьэюяё"],
  ["windows-1251", "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя"],
  ["koi8-r", "абвгдежзийклмнопрстуфхцчшщъыьэюяё"],
  ["windows-1253", "αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώϊϋ"],
  ["windows-1257", "ąčęėįšųūžāēģīķļņõäöü"],
];
const sampleLength = 65_536;

function guess(bytes: Uint8Array): string {
  const sample = Buffer.from(bytes.subarray(0, sampleLength));
  const decoded = new Map<string, string>();
  let best = { encoding: "windows-1252", score: 0 };
  for (const [encoding, letters] of alphabets) {
    const text = decoded.get(encoding) ?? decodeWhole(sample, encoding);
    decoded.set(encoding, text);
    const score = likeness(text, letters);
    if (score > best.score) best = { encoding, score };
  }
  return best.encoding;
}

/** With signs such as "³" that stand in no word, and show that it was read in the wrong encoding; a letter alone shows little. */
const word = /(?<![\p{L}\d])(?:[a-z]|[^\0-\x7f\s–—‘’‚“”„†‡•…‰‹›€™§©«»°±·®]){2,}(?!\d)/giu;

/** The share of the letters beyond ASCII that are of the alphabet, in words that its language could write. */
function likeness(text: string, letters: string): number {
  const isLatin = /\p{Script=Latin}/u.test(letters);
  let seen = 0;
  let fitting = 0;
  for (const [found] of text.matchAll(word)) {
    const hasAscii = /[a-z]/i.test(found);
    const isWord = !/\p{Ll}\p{Lu}/u.test(found) && (isLatin ? hasAscii || found.length < 3 : !hasAscii);
    for (const letter of found) {
      if (letter <= "\x7f") continue;
      seen++;
      if (isWord && letters.includes(letter.toLowerCase())) fitting++;
    }
  }
  return seen === 0 ? 0 : fitting / seen;
}
