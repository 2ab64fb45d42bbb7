import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { closeDatabase } from "@/db/client";
import { type ImportOutcome, importPostings, type ToImport } from "@/lib/postings/commands/import";
import { saveMissingBands } from "@/lib/postings/commands/near-duplicates";
import { importFormats } from "@/lib/postings/import/input";
import { parseImport } from "@/lib/postings/import/parse";
import { nearDuplicateWords } from "@/lib/postings/likeness";
import { Bar } from "./import/bar";
import { say } from "./up/progress";
import type { CommandContext } from "./up/run";

const usage = `Usage: npm run import -- FILE… [--format ${importFormats.join("|")}] [--company NAME] [--publish]`;
/** Postings saved in one transaction. */
const batchSize = 200;

/** npm run import: imports postings from files; prints why each refused one was refused, what is missing from drafts,
 * near-duplicates, and at the end the counts. */
export async function main(argv: string[], { databaseUrl }: CommandContext): Promise<number> {
  const given = read(argv);
  if (!given) return 2;
  process.env.DATABASE_URL = databaseUrl;
  try {
    await new Import(given).run();
    return 0;
  } finally {
    await closeDatabase();
  }
}

function read(argv: string[]) {
  try {
    const { values, positionals: files } = parseArgs({
      args: argv,
      allowPositionals: true,
      options: {
        format: { type: "string" },
        company: { type: "string" },
        publish: { type: "boolean", default: false },
      },
    });
    const format = importFormats.find((known) => known === values.format);
    if (files.length > 0 && format === values.format) return { ...values, files, format };
    say(files.length > 0 ? `Unknown format: ${values.format}.` : "Name at least one file.");
  } catch (error) {
    say((error as Error).message);
  }
  say(usage);
  return null;
}

class Import {
  private readonly counts = { read: 0, new: 0, updated: 0, duplicate: 0, unchanged: 0, refused: 0 };
  private readonly seen = new Set<string>();
  private waiting: ToImport[] = [];
  private bar = new Bar(0);

  constructor(private readonly given: NonNullable<ReturnType<typeof read>>) {}

  async run() {
    await saveMissingBands();
    const files = await Promise.all(this.given.files.map(sizeOf));
    this.bar = new Bar(files.reduce((sum, { size }) => sum + size, 0));
    for (const file of files) await this.file(file);
    await this.flush();
    this.bar.clear();
    const { read, new: added, updated, duplicate, refused } = this.counts;
    say(`read ${read}, new ${added}, updated ${updated}, duplicate ${duplicate}, refused ${refused}`);
  }

  private async file({ name, path, fault }: Awaited<ReturnType<typeof sizeOf>>) {
    if (fault) {
      this.counts.read++;
      return this.tell({ at: name, outcome: "refused", reason: `it cannot be opened (${fault})` });
    }
    const content = this.bar.counting(createReadStream(path));
    for await (const result of parseImport({ name, content }, this.given.format)) {
      this.counts.read++;
      if (!result.ok) this.tell({ at: result.at, outcome: "refused", reason: result.reason });
      else this.waiting.push(result);
      if (this.waiting.length >= batchSize) await this.flush();
      this.bar.draw(this.counts);
    }
  }

  private async flush() {
    const batch = this.waiting;
    this.waiting = [];
    const { company, publish } = this.given;
    for (const outcome of await importPostings(batch, { company, publish, seen: this.seen }))
      this.tell(outcome);
  }

  private tell(one: ImportOutcome) {
    this.counts[one.outcome]++;
    if (one.outcome === "refused") this.bar.say(`refused ${one.at}: ${one.reason}`);
    if (!("missing" in one)) return;
    if (one.missing.length > 0) this.bar.say(`draft ${one.at}: ${one.missing.join(" ")}`);
    const [likest] = one.nearDuplicates;
    if (likest) this.bar.say(`near-duplicate ${one.at}: of ${nearDuplicateWords(likest)}`);
  }
}

async function sizeOf(name: string) {
  const path = resolve(process.env.INIT_CWD ?? ".", name);
  try {
    const { size, isDirectory } = await stat(path).then((found) => ({
      size: found.size,
      isDirectory: found.isDirectory(),
    }));
    return { name, path, size, fault: isDirectory ? "it is a folder" : null };
  } catch (error) {
    return { name, path, size: 0, fault: (error as Error).message };
  }
}
