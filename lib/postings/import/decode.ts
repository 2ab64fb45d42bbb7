import { isAscii } from "node:buffer";
import { getDecoder } from "iconv-lite";
import { declaredEncodingOf, narrowEncodingOf, wideEncodingOf } from "./encoding";
import type { ImportFile } from "./input";

type Bytes = AsyncIterator<Uint8Array>;

/** Bytes that are looked at for the encoding: of the head, and from the first one that is not ASCII. */
const headLength = 4_096;
const sampleLength = 262_144;

/**
 * The text of a file, piece by piece: UTF-8, UTF-16, or an encoding of single bytes, in which any bytes are text. NULs and halves of
 * surrogate pairs are dropped, line ends are "\n".
 */
export async function* decode(content: ImportFile["content"]): AsyncGenerator<string> {
  const pieces = typeof content === "string" ? [content] : decodeBytes(bytesOf(content));
  let held = "";
  let isFirst = true;
  for await (const piece of pieces) {
    const text = held + (isFirst ? piece.replace(/^\ufeff/, "") : piece);
    isFirst &&= piece === "";
    // A carriage return waits for the line feed that may open the next piece.
    held = text.endsWith("\r") ? "\r" : "";
    yield clean(held ? text.slice(0, -1) : text);
  }
  if (held) yield "\n";
}

/** Without what no text of a database may hold. */
export const clean = (text: string): string =>
  text
    .replaceAll("\0", "")
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "")
    .replace(/\r\n?/g, "\n");

async function* bytesOf(content: Exclude<ImportFile["content"], string>): AsyncGenerator<Uint8Array> {
  if (content instanceof Uint8Array) yield content;
  else yield* content;
}

async function* decodeBytes(bytes: AsyncGenerator<Uint8Array>): AsyncGenerator<string> {
  try {
    const { taken: head, isEnd } = await take(bytes, headLength, new Uint8Array());
    const wide = wideEncodingOf(head);
    if (wide) return yield* decodeAs(wide, head, bytes);
    let piece: Uint8Array = head;
    while (isAscii(piece)) {
      yield Buffer.from(piece).toString("latin1");
      const next = isEnd ? { done: true as const } : await bytes.next();
      if (next.done) return;
      piece = next.value;
    }
    const sample = await take(bytes, sampleLength, piece);
    const encoding = narrowEncodingOf(sample.taken, declaredEncodingOf(head), sample.isEnd);
    yield* decodeAs(encoding, sample.taken, bytes);
  } finally {
    // Whoever has read enough lets the file be closed.
    await bytes.return(undefined);
  }
}

async function* decodeAs(encoding: string, first: Uint8Array, rest: Bytes): AsyncGenerator<string> {
  const decoder = getDecoder(encoding);
  yield decoder.write(Buffer.from(first));
  for (let next = await rest.next(); !next.done; next = await rest.next())
    yield decoder.write(Buffer.from(next.value));
  const last = decoder.end();
  if (last) yield last;
}

/** At least `length` bytes that begin with `first`, or all that there are. */
async function take(bytes: Bytes, length: number, first: Uint8Array) {
  const parts = [first];
  let size = first.length;
  while (size < length) {
    const next = await bytes.next();
    if (next.done) return { taken: new Uint8Array(Buffer.concat(parts)), isEnd: true };
    parts.push(next.value);
    size += next.value.length;
  }
  return { taken: new Uint8Array(Buffer.concat(parts)), isEnd: false };
}
