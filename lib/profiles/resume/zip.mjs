import { inflateRawSync } from "node:zlib";

const mostEntries = 2_000;
/** All that a document of text may unpack to. */
const mostUnpacked = 40 * 1024 * 1024;

/**
 * Whether a zip would unpack to more than a document has, or to more than it says: "bomb", or "broken" where its directory cannot be
 * read; null where it may be unpacked. Nothing is unpacked before the sizes that the directory states are added up, and no entry beyond
 * its own.
 * @param {Buffer} bytes
 */
export function findBomb(bytes) {
  const entries = entriesOf(bytes);
  if (entries === null) return "broken";
  const stated = entries.reduce((sum, { size }) => sum + size, 0);
  if (entries.length > mostEntries || stated > mostUnpacked) return "bomb";
  return entries.some((entry) => !isAsStated(bytes, entry)) ? "bomb" : null;
}

const endSign = 0x06054b50;
const entrySign = 0x02014b50;
const shortestEnd = 22;

/** The entries of the directory at the end of a zip; null where there is none. */
function entriesOf(bytes) {
  let end = bytes.length - shortestEnd;
  while (end >= 0 && bytes.readUInt32LE(end) !== endSign) end--;
  if (end < 0) return null;
  const count = bytes.readUInt16LE(end + 10);
  let at = bytes.readUInt32LE(end + 16);
  const entries = [];
  for (let index = 0; index < count; index++) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== entrySign) return null;
    entries.push({
      method: bytes.readUInt16LE(at + 10),
      packed: bytes.readUInt32LE(at + 20),
      size: bytes.readUInt32LE(at + 24),
      offset: bytes.readUInt32LE(at + 42),
      name: bytes.toString("utf8", at + 46, at + 46 + bytes.readUInt16LE(at + 28)),
    });
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

/** Whether an entry unpacks to what the directory states and no more. */
function isAsStated(bytes, entry) {
  if (entry.method === 0) return entry.packed === entry.size;
  try {
    return unpacked(bytes, entry)?.length === entry.size;
  } catch {
    return false;
  }
}

/** What an entry holds, of at most the size that the directory states; null where it cannot be one. Throws where it is damaged or larger. */
function unpacked(bytes, { method, packed, size, offset }) {
  if ((method !== 0 && method !== 8) || offset + 30 > bytes.length) return null;
  const start = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
  const held = bytes.subarray(start, start + packed);
  return method === 0 ? held : inflateRawSync(held, { maxOutputLength: Math.max(size, 1) });
}

/**
 * What the entry of that name holds, of a zip in which `findBomb` found nothing; null where there is none.
 * @param {Buffer} bytes
 * @param {string} name
 */
export function entryIn(bytes, name) {
  const entry = entriesOf(bytes)?.find((one) => one.name === name);
  return entry ? unpacked(bytes, entry) : null;
}
