import { describe, expect, it } from "vitest";
import { readResume } from "@/lib/reading/resume/resume";
import { extractResume } from "./extract";
import {
  docxFiles,
  linkedInPdf,
  lockedPdf,
  odtFiles,
  pdfOf,
  resumePdf,
  scannedPdf,
  swellingPdf,
  zipOf,
} from "./testing";

const now = new Date("2026-03-15T12:00:00Z");
const read = async (bytes: Uint8Array) => readResume((await extractResume(bytes)).resume, now);
const entriesIn = ({ evidence }: Awaited<ReturnType<typeof read>>, kind: string) =>
  evidence
    .filter((piece) => piece.kind === kind)
    .map(({ title, organisation, started, ended }) => [title, organisation, started, ended]);

describe("a PDF", () => {
  it("is read with its two pages and the dates at its edge", async () => {
    const reading = await read(await resumePdf());
    expect(reading.name?.value).toBe("Kim Sample");
    expect(entriesIn(reading, "job")).toEqual([
      ["Senior Backend Engineer", "Northwind Traders", "2021-03", null],
      ["Software Developer", "Contoso Ltd", "2018-01", "2021-02"],
    ]);
    expect(reading.years?.value).toBe(8.2);
    expect(reading.education).toMatchObject([
      {
        level: "bachelor",
        field: "Informatics",
        school: "Example University",
        started: "2014",
        ended: "2017",
      },
    ]);
    expect(reading.skills.map(({ slug }) => slug)).toEqual(
      expect.arrayContaining([
        "go",
        "java",
        "sql",
        "docker",
        "kubernetes",
        "postgresql",
        "kafka",
        "spring-boot",
      ]),
    );
    expect(reading.otherSkills.map(({ value }) => value)).toEqual(["Basket weaving"]);
  });

  it("of LinkedIn is read in its two columns, several jobs under one company", async () => {
    const reading = await read(await linkedInPdf());
    expect(reading.name?.value).toBe("Jordan Sample");
    expect(reading.headline?.value).toBe("Senior Backend Engineer at Northwind");
    expect(reading.email?.value).toBe("jordan@example.org");
    expect(entriesIn(reading, "job")).toEqual([
      ["Senior Backend Engineer", "Northwind", "2022-01", null],
      ["Backend Engineer", "Northwind", "2020-01", "2022-01"],
      ["Software Developer", "Contoso Ltd", "2016-03", "2019-12"],
    ]);
    expect(reading.evidence[2]?.text).toBe("Java and Spring Boot services.");
    expect(reading.years?.value).toBe(10);
    expect(reading.education).toMatchObject([
      {
        level: "master",
        field: "Computer Science",
        school: "Technische Universität Berlin",
        started: "2013",
        ended: "2016",
      },
      {
        level: "bachelor",
        field: "Informatics",
        school: "Universität Hamburg",
        started: "2010-10",
        ended: "2013-09",
      },
    ]);
    expect(reading.evidence.find(({ kind }) => kind === "link")?.url).toBe(
      "https://www.linkedin.com/in/jordan-sample-1234",
    );
    expect(reading.skills.map(({ slug }) => slug)).toEqual(
      expect.arrayContaining(["go", "kafka", "distributed-systems", "kubernetes", "java"]),
    );
  });
});

describe("a Word document", () => {
  it("is read by its headings, paragraphs and tabs", async () => {
    const reading = await read(
      zipOf(
        docxFiles([
          "Kim Sample",
          { text: "Experience", style: "Heading1" },
          "Acme, Developer\tMay 2019 – Aug 2021",
          "Built APIs with Django &amp; PostgreSQL",
          { text: "Skills", style: "Heading1" },
          "Python, Redis",
        ]),
      ),
    );
    expect(entriesIn(reading, "job")).toEqual([["Developer", "Acme", "2019-05", "2021-08"]]);
    expect(reading.skills.map(({ slug }) => slug)).toEqual(["django", "postgresql", "python", "redis"]);
  });
});

describe("an OpenDocument text", () => {
  it("is read by its headings, paragraphs, lists and tabs", async () => {
    const reading = await read(
      zipOf(
        odtFiles(
          '<text:p text:style-name="P1">Kim Sample</text:p><text:h text:outline-level="1">Experience</text:h>' +
            "<text:p>Acme, <text:span>Developer</text:span><text:tab/>May 2019 – Aug 2021</text:p>" +
            "<text:list><text:list-item><text:p>Built APIs with Django &amp; PostgreSQL</text:p></text:list-item></text:list>" +
            "<text:h>Skills</text:h><text:p>Python,<text:s/>Redis</text:p>",
        ),
      ),
    );
    expect(entriesIn(reading, "job")).toEqual([["Developer", "Acme", "2019-05", "2021-08"]]);
    expect(reading.skills.map(({ slug }) => slug)).toEqual(["django", "postgresql", "python", "redis"]);
  });
});

describe("plain text", () => {
  it.each([
    ["UTF-8", Buffer.from("Zoë Sample\n\nSkills\nGo, Kafka, Redis")],
    [
      "UTF-16",
      Buffer.concat([
        Buffer.from([0xff, 0xfe]),
        Buffer.from("Zoë Sample\n\nSkills\nGo, Kafka, Redis", "utf16le"),
      ]),
    ],
    ["Windows-1252", Buffer.from("Zoë Sample\n\nSkills\nGo, Kafka, Redis", "latin1")],
  ])("in %s", async (_, bytes) => {
    const reading = await read(bytes);
    expect(reading.name?.value).toBe("Zoë Sample");
    expect(reading.skills.map(({ slug }) => slug)).toEqual(["go", "kafka", "redis"]);
  });
});

describe("what is no résumé is refused beside the file, with the way out", () => {
  const document = () => docxFiles(["Kim Sample"]);
  const big = (size: number) => ({ name: "word/media/a.bin", data: Buffer.alloc(size) });
  const cases: [string, () => Buffer | Promise<Buffer>, RegExp, string?][] = [
    ["an empty file", () => Buffer.alloc(0), /empty/],
    ["one over 5 MB", () => Buffer.alloc(5 * 1024 * 1024 + 1, "a"), /larger than 5 MB/, "too_large"],
    ["a locked PDF", lockedPdf, /locked with a password/],
    ["a scan", () => scannedPdf(), /no text/],
    ["500 pages", () => scannedPdf(500), /has 500 pages/],
    ["a PDF cut short", async () => (await resumePdf()).subarray(0, 400), /damaged or cut short/],
    ["a PDF in name only", () => Buffer.from("%PDF-1.4\nnothing of the kind"), /damaged or cut short/],
    ["a text of three signs", () => Buffer.from("?!\n"), /no text/],
    ["a PDF with hardly a word", () => pdfOf(["A"]), /no text/],
    [
      "a picture",
      () => Buffer.from("89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489", "hex"),
      /a picture/,
    ],
    [
      "a program",
      () => Buffer.concat([Buffer.from("7f454c460201010000000000", "hex"), Buffer.alloc(64)]),
      /cannot read/,
    ],
    ["a rich text file", () => Buffer.from("{\\rtf1\\ansi Kim Sample, developer}"), /a rich text file/],
    ["an archive", () => zipOf([{ name: "a.txt", data: Buffer.from("Kim") }]), /an archive/],
    ["a zip cut short", () => zipOf(document()).subarray(0, 300), /damaged or cut short/],
    [
      "a document that unpacks to 41 MB",
      () => zipOf([...document(), big(41 * 1024 * 1024)]),
      /unpacks to far more/,
    ],
    [
      "one that lies about it",
      () => zipOf([...document(), { ...big(41 * 1024 * 1024), stated: 1000 }]),
      /unpacks to far more/,
    ],
    [
      "3,000 files in one",
      () => zipOf(Array.from({ length: 3000 }, (_, at) => ({ name: `${at}`, data: Buffer.alloc(1) }))),
      /unpacks to far more/,
    ],
  ];
  it.each(cases)("%s", async (_, bytes, message, code = "invalid") => {
    const refusal = await extractResume(await bytes()).catch((error: unknown) => error);
    expect(refusal).toMatchObject({
      code,
      fields: [{ path: "file" }],
      message: expect.stringMatching(message),
    });
    expect((refusal as Error).message).toMatch(/paste its text below, or fill in your profile by hand/);
  });

  it("a page that unpacks without end is given up in time", async () => {
    const refusal = await extractResume(swellingPdf(900)).catch((error: unknown) => error);
    expect(refusal).toMatchObject({
      code: "invalid",
      message: expect.stringMatching(/too long or too much memory/),
    });
  });

  it("too many at once are told to come again, and the others are read", async () => {
    const all = await Promise.allSettled(
      Array.from({ length: 14 }, () => extractResume(Buffer.from("Kim Sample, Go developer"))),
    );
    const refused = all.flatMap((one) => (one.status === "rejected" ? [one.reason.code] : []));
    expect(refused).toEqual(Array(4).fill("unavailable"));
    await expect(extractResume(Buffer.from("Kim Sample, Go developer"))).resolves.toMatchObject({
      source: "text",
    });
  });
});
