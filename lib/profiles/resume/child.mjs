// Reads one file from stdin and answers what is written in it on stdout, as JSON: run by `extract.ts` in a process of its own, since the
// file is a stranger's. Plain JavaScript: it starts without the compiler, and is no part of the site's bundle.
import { Worker } from "node:worker_threads";
import { fileTypeFromBuffer } from "file-type";
import { entryIn, findBomb } from "./zip.mjs";

const mostBytes = 5 * 1024 * 1024;
const mostPages = 30;
const mostLetters = 200_000;
/** The heap has its own limit; what a decoder unpacks lies beside it. */
const mostResident = 400 * 1024 * 1024;
const deadlineMs = 12_000;
const odt = "application/vnd.oasis.opendocument.text";
const docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

// A thread of its own, since a decoder may never give the first one back.
new Worker(
  `const began = Date.now();
  setInterval(() => {
    if (process.memoryUsage.rss() > ${mostResident} || Date.now() - began > ${deadlineMs}) process.kill(process.pid, "SIGKILL");
  }, 25);`,
  { eval: true },
).unref();

async function given() {
  const chunks = [];
  let size = 0;
  for await (const chunk of process.stdin) {
    size += chunk.length;
    if (size > mostBytes) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

async function read(bytes) {
  if (bytes === null) return { fault: "too_large" };
  if (bytes.length === 0) return { fault: "empty" };
  const isZip = bytes.subarray(0, 4).equals(Buffer.from("PK\u0003\u0004"));
  const bomb = isZip ? findBomb(bytes) : null;
  if (bomb) return { fault: bomb };
  if (isWide(bytes)) return readText(bytes);
  const type = await fileTypeFromBuffer(bytes);
  if (type?.mime === "application/pdf") return readPdf(bytes);
  if (type?.mime === docx) return readDocx(bytes);
  if (type?.mime === odt) return readOdt(bytes);
  if (type && !type.mime.startsWith("text/") && type.mime !== "application/json")
    return { fault: "wrong_type", found: type.ext };
  return readText(bytes);
}

async function readPdf(bytes) {
  const { getDocumentProxy } = await import("unpdf");
  const document = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0, disableFontFace: true });
  if (document.numPages > mostPages) return { fault: "too_many_pages", found: String(document.numPages) };
  const pages = [];
  let letters = 0;
  for (let number = 1; number <= document.numPages && letters < mostLetters; number++) {
    const page = await document.getPage(number);
    const [left, bottom, right, top] = page.view;
    const { items } = await page.getTextContent();
    const placed = items.filter(isLevel).map(({ str, transform, width }) => ({
      text: str,
      x: transform[4] - left,
      y: transform[5] - bottom,
      width,
      size: Math.hypot(transform[2], transform[3]),
    }));
    letters += placed.reduce((sum, { text }) => sum + text.length, 0);
    pages.push({ width: right - left, height: top - bottom, items: placed });
  }
  return pages.some(({ items }) => items.some(({ text }) => /\p{L}/u.test(text)))
    ? { kind: "pdf", pages }
    : { fault: "no_text" };
}

/** Turned text is a watermark or a mark at the margin. */
const isLevel = (item) =>
  typeof item.str === "string" && Math.abs(item.transform[1]) < 0.01 * Math.abs(item.transform[0]);

async function readDocx(bytes) {
  const { default: mammoth } = await import("mammoth");
  const convertImage = mammoth.images.imgElement(async () => ({ src: "" }));
  const { value } = await mammoth.convertToHtml(
    { buffer: bytes },
    { convertImage, ignoreEmptyParagraphs: false },
  );
  return { kind: "html", html: value.slice(0, mostLetters * 3) };
}

/** A paragraph or heading a line; what marks and styles them is left out. */
function readOdt(bytes) {
  const content = entryIn(bytes, "content.xml")?.toString("utf8");
  if (content === undefined) return { fault: "broken" };
  const text = content
    .replace(/<office:(?:annotation|scripts)\b[^>]*>.*?<\/office:(?:annotation|scripts)>/gs, "")
    .replace(/<text:h\b/g, "# $&")
    .replace(/<text:list-item\b[^>]*>/g, "• ")
    .replace(/<\/text:[hp]>|<text:line-break\/>/g, "\n")
    .replace(/<text:(?:tab|s)\b[^>]*\/>|<\/table:table-cell>/g, "\t")
    .replace(/<[^<>]*>/g, "")
    .replace(/&(amp|lt|gt|quot|apos);/g, (_, name) => entities[name]);
  return { kind: "odt", text: text.slice(0, mostLetters) };
}

const entities = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function readText(bytes) {
  const text = decoded(bytes);
  if (text === null) return { fault: "wrong_type", found: "" };
  return { kind: "text", text: text.slice(0, mostLetters) };
}

/** Its mark of two bytes could be the beginning of a sound file too. */
const isWide = (bytes) => bytes[0] === 0xff && bytes[1] === 0xfe;

function decoded(bytes) {
  for (const encoding of isWide(bytes) ? ["utf-16le"] : ["utf-8", "windows-1252"]) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      // biome-ignore lint/suspicious/noControlCharactersInRegex: what no text has is looked for.
      if (!/[\u0000-\u0008\u000e-\u001f]/.test(text)) return text;
    } catch {}
  }
  return null;
}

function faultOf(error) {
  return error?.name === "PasswordException" ? "encrypted" : "broken";
}

const answer = await read(await given()).catch((error) => ({ fault: faultOf(error) }));
process.stdout.write(JSON.stringify(answer), () => process.exit(0));
