/**
 * The text of a file: UTF-8 or UTF-16, by its byte order mark or its bytes, else windows-1252, in which any bytes are text. NULs
 * and halves of surrogate pairs are dropped, line ends are "\n".
 */
export function decode(content: Uint8Array | string): string {
  const text = typeof content === "string" ? content : new TextDecoder(encodingOf(content)).decode(content);
  return text
    .replace(/^\ufeff/, "")
    .replaceAll("\0", "")
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "")
    .replace(/\r\n?/g, "\n");
}

function encodingOf(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  if (first === 0 && second !== 0) return "utf-16be";
  if (second === 0 && first !== 0 && bytes.length > 2) return "utf-16le";
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return "utf-8";
  } catch {
    return "windows-1252";
  }
}
