import { deflateRawSync, deflateSync } from "node:zlib";
import { Document, Page, renderToBuffer, Text, View } from "@react-pdf/renderer";
import { createElement, type ReactElement } from "react";

/** Made-up files for tests: résumés as programs write them, and what people upload by mistake or by malice. */

type Line = string | { text: string; size?: number; right?: string; gap?: number };

const lineOf = (line: Line, key: number): ReactElement => {
  const { text, size = 10, right, gap = 0 } = typeof line === "string" ? { text: line } : line;
  const style = {
    flexDirection: "row",
    justifyContent: "space-between",
    fontSize: size,
    marginTop: gap,
  } as const;
  return createElement(
    View,
    { key, style },
    createElement(Text, {}, text),
    right === undefined ? null : createElement(Text, {}, right),
  );
};

/** A PDF with one column, a page for each list of lines. */
export function pdfOf(...pages: Line[][]): Promise<Buffer> {
  return renderToBuffer(
    createElement(
      Document,
      {},
      pages.map((lines, at) =>
        createElement(Page, { key: at, size: "A4", style: { padding: 40 } }, lines.map(lineOf)),
      ),
    ),
  );
}

/** A résumé with dates at the right edge, on two pages. */
export const resumePdf = (name = "Kim Sample") =>
  pdfOf(
    [
      { text: name, size: 24 },
      "kim@example.org",
      "github.com/kimsample",
      { text: "Experience", size: 14, gap: 14 },
      { text: "Northwind Traders, Senior Backend Engineer", right: "Mar 2021 – Present" },
      "• Designed and built REST APIs in Go for the ordering services",
      "• Tuned PostgreSQL queries",
      { text: "Contoso Ltd, Software Developer", right: "Jan 2018 – Feb 2021", gap: 10 },
      "• Java and Spring Boot services on Kafka",
    ],
    [
      { text: "Education", size: 14 },
      { text: "Example University, BSc in Informatics", right: "2014 – 2017" },
      { text: "Skills", size: 14, gap: 14 },
      "Languages: Go, Java, SQL",
      "Tools: Docker, Kubernetes, Basket weaving",
    ],
  );

/** What LinkedIn's "Save to PDF" writes: a dark column with contact and skills at the left, the profile at the right, a number at the foot. */
export function linkedInPdf(): Promise<Buffer> {
  const text = (words: string, size: number, gap = 0) =>
    createElement(Text, { key: `${words}${gap}`, style: { fontSize: size, marginTop: gap } }, words);
  const side = [
    text("Contact", 13),
    text("jordan@example.org", 10.5, 4),
    text("www.linkedin.com/in/jordan-", 10.5, 4),
    text("sample-1234 (LinkedIn)", 10.5),
    text("Top Skills", 13, 16),
    text("Go (Programming Language)", 10.5, 4),
    text("Apache Kafka", 10.5, 2),
    text("Distributed Systems", 10.5, 2),
    text("Languages", 13, 16),
    text("English (Native or Bilingual)", 10.5, 4),
    text("Certifications", 13, 16),
    text("Certified Kubernetes Administrator", 10.5, 4),
  ];
  const main = [
    text("Jordan Sample", 26),
    text("Senior Backend Engineer at Northwind", 12, 2),
    text("Berlin, Germany", 12, 2),
    text("Summary", 15.75, 20),
    text("I build payment services, mostly in Go.", 12, 4),
    text("Experience", 15.75, 20),
    text("Northwind", 12, 6),
    text("6 years 2 months", 10.5, 1),
    text("Senior Backend Engineer", 11.5, 6),
    text("January 2022 - Present (4 years 2 months)", 10.5, 1),
    text("Berlin, Germany", 10.5, 1),
    text("Designed and built REST APIs for the ledger.", 10.5, 6),
    text("Backend Engineer", 11.5, 10),
    text("January 2020 - January 2022 (2 years 1 month)", 10.5, 1),
    text("Wrote Kafka consumers.", 10.5, 6),
    text("Contoso Ltd", 12, 14),
    text("Software Developer", 11.5, 1),
    text("March 2016 - December 2019 (3 years 10 months)", 10.5, 1),
    text("Hamburg Area, Germany", 10.5, 1),
    text("Java and Spring Boot services.", 10.5, 6),
  ];
  const second = [
    text("Education", 15.75),
    text("Technische Universität Berlin", 12, 6),
    text("Master of Science - MS, Computer Science · (2013 - 2016)", 10.5, 1),
    text("Universität Hamburg", 12, 12),
    text("Bachelor of Science - BSc, Informatics · (October 2010 - September 2013)", 10.5, 1),
  ];
  const page = (key: number, left: ReactElement[], right: ReactElement[]) =>
    createElement(
      Page,
      { key, size: "LETTER", style: { flexDirection: "row" } },
      createElement(View, { style: { width: 200, padding: 20 } }, left),
      createElement(View, { style: { flex: 1, padding: 24 } }, right),
      createElement(
        Text,
        { style: { position: "absolute", bottom: 16, left: 380, fontSize: 9 } },
        `Page ${key} of 2`,
      ),
    );
  return renderToBuffer(createElement(Document, {}, [page(1, side, main), page(2, [], second)]));
}

/** A PDF written by hand: its objects after the catalogue, which is the first; `trailer` is put into the last part. */
export function rawPdf(objects: readonly (string | Buffer)[], trailer = ""): Buffer {
  const parts = [Buffer.from("%PDF-1.4\n")];
  const offsets: number[] = [];
  for (const [at, body] of ["<< /Type /Catalog /Pages 2 0 R >>", ...objects].entries()) {
    offsets.push(Buffer.concat(parts).length);
    parts.push(Buffer.from(`${at + 1} 0 obj\n`), Buffer.from(body), Buffer.from("\nendobj\n"));
  }
  const start = Buffer.concat(parts).length;
  const table = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  const end = `xref\n0 ${offsets.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${offsets.length + 1} /Root 1 0 R ${trailer}>>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.concat([...parts, Buffer.from(end)]);
}

const sheet = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Resources << >>";

/** Pages without a letter, as a scanner makes them. */
export const scannedPdf = (pages = 1) =>
  rawPdf([
    `<< /Type /Pages /Count ${pages} /Kids [${Array.from({ length: pages }, (_, at) => `${at + 3} 0 R`).join(" ")}] >>`,
    ...Array.from({ length: pages }, () => `${sheet} >>`),
  ]);

/** A PDF that no empty password opens. */
export const lockedPdf = () =>
  rawPdf(
    ["<< /Type /Pages /Count 1 /Kids [3 0 R] >>", `${sheet} >>`],
    `/ID [<00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff>] /Encrypt << /Filter /Standard /V 1 /R 2 /O <${"41".repeat(32)}> /U <${"42".repeat(32)}> /P -4 >> `,
  );

/** A small PDF whose one page unpacks to `megabytes` of drawing. */
export function swellingPdf(megabytes: number): Buffer {
  const stream = deflateSync(Buffer.alloc(megabytes * 1024 * 1024, "q Q "));
  const head = `<< /Length ${stream.length} /Filter /FlateDecode >>\nstream\n`;
  return rawPdf([
    "<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
    `${sheet} /Contents 4 0 R >>`,
    Buffer.concat([Buffer.from(head), stream, Buffer.from("\nendstream")]),
  ]);
}

/** A zip of these files. `stated` writes another size into the directory than a file has. */
export function zipOf(files: readonly { name: string; data: Buffer; stated?: number }[]): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, data, stated = data.length } of files) {
    const packed = deflateRawSync(data);
    const sum = crc32(data);
    const fields = (sign: number, version: number[]) => {
      const head = Buffer.alloc(4 + version.length * 2 + 24);
      head.writeUInt32LE(sign, 0);
      for (const [at, word] of version.entries()) head.writeUInt16LE(word, 4 + at * 2);
      const from = 4 + version.length * 2;
      head.writeUInt16LE(8, from + 2);
      head.writeUInt32LE(sum, from + 8);
      head.writeUInt32LE(packed.length, from + 12);
      head.writeUInt32LE(stated, from + 16);
      head.writeUInt16LE(name.length, from + 20);
      return head;
    };
    const local = Buffer.concat([fields(0x04034b50, [20]), Buffer.from(name), packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(fields(0x02014b50, [20, 20]), tail, Buffer.from(name));
    bodies.push(local);
    offset += local.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...bodies, listed, end]);
}

function crc32(data: Buffer): number {
  let sum = 0xffffffff;
  for (const byte of data) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  }
  return (sum ^ 0xffffffff) >>> 0;
}

const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const openXml = "http://schemas.openxmlformats.org";

/** The files of a Word document with these paragraphs; one with a style is a heading of it. A tab parts cells. */
export function docxFiles(paragraphs: readonly (string | { text: string; style: string })[]) {
  const body = paragraphs
    .map((paragraph) => {
      const { text, style } = typeof paragraph === "string" ? { text: paragraph, style: "" } : paragraph;
      const runs = text
        .split("\t")
        .map((part) => `<w:t xml:space="preserve">${part}</w:t>`)
        .join("<w:tab/>");
      return `<w:p>${style ? `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>` : ""}<w:r>${runs}</w:r></w:p>`;
    })
    .join("");
  const files = {
    "[Content_Types].xml": `${xml}<Types xmlns="${openXml}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    "_rels/.rels": `${xml}<Relationships xmlns="${openXml}/package/2006/relationships"><Relationship Id="rId1" Type="${openXml}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    "word/document.xml": `${xml}<w:document xmlns:w="${openXml}/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
  };
  return Object.entries(files).map(([name, text]) => ({ name, data: Buffer.from(text) }));
}

/** The files of an OpenDocument text with this content; without any where that is null. */
export function odtFiles(content: string | null) {
  const document = `${xml}<office:document-content><office:body><office:text>${content}</office:text></office:body></office:document-content>`;
  return [
    { name: "mimetype", data: Buffer.from("application/vnd.oasis.opendocument.text") },
    ...(content === null ? [] : [{ name: "content.xml", data: Buffer.from(document) }]),
  ];
}
