import { spawnSync } from "node:child_process";
import { createWriteStream, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { afterAll, expect, it } from "vitest";

const megabyte = 1_048_576;
const fileSize = 200 * megabyte;
const mostMemory = 300 * megabyte;
const folder = mkdtempSync(join(tmpdir(), "backplane-stream-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const sentence =
  "You would run the services that keep orders moving: Go on PostgreSQL, a few thousand writes each second, on call one week in six.";
const text = Array.from({ length: 12 }, () => sentence).join(" ");
const job = (id: number) => ({
  id: `job-${id}`,
  title: `Backend Engineer ${id}`,
  company: `Company ${id % 500}`,
  description: `${text} Team ${id}.`,
});
const asJson = (id: number) => JSON.stringify(job(id));
const element = (name: string) => (id: number) =>
  `<${name}><title>Backend Engineer ${id}</title><guid>job-${id}</guid><company>Company ${id % 500}</company><description><![CDATA[<p>${text} Team ${id}.</p>]]></description></${name}>\n`;

/** What stands before, for each posting, and after them. */
const formats: Record<string, [before: string, posting: (id: number) => string, after: string]> = {
  "jobs.csv": [
    "id,title,company,description\n",
    (id) => `job-${id},Backend Engineer ${id},Company ${id % 500},"${text}\n\nTeam ""${id}""."\n`,
    "",
  ],
  "jobs.jsonl": ["", (id) => `${asJson(id)}\n`, ""],
  "list.json": ["[", (id) => `${id > 1 ? ",\n" : ""}${asJson(id)}`, "]"],
  "jobs.json": ['{"jobs":[', (id) => `${id > 1 ? "," : ""}${asJson(id)}`, '],"meta":{"total":0}}'],
  "rss.xml": [
    '<?xml version="1.0"?><rss><channel><title>Jobs</title>\n',
    element("item"),
    "</channel></rss>",
  ],
  "indeed.xml": ['<?xml version="1.0"?><source>\n', element("job"), "</source>"],
};

/** Reads the file named last as the command does, and prints what it took. */
const child = `
  import { createReadStream } from "node:fs";
  import { parseImport } from "./lib/postings/import/parse.ts";
  const name = process.argv.at(-1);
  let read = 0, refused = 0;
  for await (const result of parseImport({ name, content: createReadStream(name) })) result.ok ? read++ : refused++;
  console.log(JSON.stringify({ read, refused, bytes: process.resourceUsage().maxRSS * 1024 }));`;

it.each(Object.entries(formats))(
  "a file of 200 MB is read in less than 300 MB of memory: %s",
  async (name, [before, posting, after]) => {
    const file = join(folder, name);
    let written = 0;
    await pipeline(
      Readable.from(
        (function* () {
          yield before;
          for (let size = before.length; size < fileSize; ) {
            let chunk = "";
            while (chunk.length < megabyte) chunk += posting(++written);
            size += chunk.length;
            yield chunk;
          }
          yield after;
        })(),
      ),
      createWriteStream(file),
    );
    expect(statSync(file).size).toBeGreaterThanOrEqual(fileSize);
    const began = performance.now();
    const { stdout, stderr } = spawnSync(
      process.execPath,
      ["--import", "tsx", "--input-type=module", "--eval", child, file],
      { encoding: "utf8" },
    );
    rmSync(file);
    expect(stderr).toBe("");
    const { read, refused, bytes } = JSON.parse(stdout);
    console.log(
      `${name}: ${read} postings, ${Math.round(bytes / megabyte)} MB, ${Math.round((performance.now() - began) / 1000)} s`,
    );
    expect({ read, refused }).toEqual({ read: written, refused: 0 });
    expect(bytes).toBeLessThan(mostMemory);
  },
);
