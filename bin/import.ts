import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { closeDatabase } from "@/db/client";
import { messageOf } from "@/lib/errors";
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

/**
 * npm run import: imports postings from files; prints why each refused one was refused, what is missing from drafts, what was filled in,
 * near-duplicates, and at the end the counts. Ends with 1 where a file gave no posting at all, or every posting was refused.
 */
export async function main(argv: string[], { databaseUrl }: CommandContext): Promise<number> {
  const given = read(argv);
  if (!given) return 2;
  process.env.DATABASE_URL = databaseUrl;
  try {
    return (await new Import(given).run()) ? 0 : 1;
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
    say(messageOf(error));
  }
  say(usage);
  return null;
}

class Import {
  private readonly counts = { read: 0, new: 0, updated: 0, duplicate: 0, unchanged: 0, refused: 0 };
  private readonly seen = new Set<string>();
  private waiting: ToImport[] = [];
  private hasBarrenFile = false;
  private bar = new Bar(0);

  constructor(private readonly given: NonNullable<ReturnType<typeof read>>) {}

  /** Whether every file gave something. */
  async run(): Promise<boolean> {
    await saveMissingBands();
    const names = shortNames(this.given.files);
    const files = await Promise.all(this.given.files.map((file, at) => sizeOf(file, names[at] ?? file)));
    this.bar = new Bar(files.reduce((sum, { size }) => sum + size, 0));
    for (const file of files) await this.file(file);
    await this.flush();
    this.bar.clear();
    const { read, new: added, updated, duplicate, unchanged, refused } = this.counts;
    if (unchanged > 0) say(`unchanged ${unchanged}`);
    say(`read ${read}, new ${added}, updated ${updated}, duplicate ${duplicate}, refused ${refused}`);
    return !this.hasBarrenFile && (refused === 0 || refused < read);
  }

  private async file({ name, path, fault }: Awaited<ReturnType<typeof sizeOf>>) {
    if (fault) {
      this.hasBarrenFile = true;
      this.counts.read++;
      return this.tell({ at: name, outcome: "refused", reason: `it cannot be opened (${fault})` });
    }
    const content = this.bar.counting(createReadStream(path));
    for await (const result of parseImport({ name, content }, this.given.format)) {
      this.counts.read++;
      // A refusal that names the file alone is one of the whole file.
      this.hasBarrenFile ||= !result.ok && result.at === name;
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
    if (one.notes.length > 0) this.bar.say(`note ${one.at}: ${one.notes.join(" ")}`);
    if (one.missing.length > 0) this.bar.say(`draft ${one.at}: ${one.missing.join(" ")}`);
    const [likest] = one.nearDuplicates;
    if (likest) this.bar.say(`near-duplicate ${one.at}: of ${nearDuplicateWords(likest)}`);
  }
}

/** Each file by its own name, with as many of its folders as tell it from the others. */
function shortNames(files: readonly string[]): string[] {
  const ends = (file: string, parts: number) => file.split(/[\\/]/).slice(-parts).join("/");
  return files.map((file) => {
    let parts = 1;
    while (
      ends(file, parts) !== file &&
      files.some((o) => o !== file && ends(o, parts) === ends(file, parts))
    )
      parts++;
    return ends(file, parts);
  });
}

async function sizeOf(file: string, name: string) {
  const path = resolve(process.env.INIT_CWD ?? ".", file);
  try {
    const { size, isDirectory } = await stat(path).then((found) => ({
      size: found.size,
      isDirectory: found.isDirectory(),
    }));
    return { name, path, size, fault: isDirectory ? "it is a folder" : null };
  } catch (error) {
    return { name, path, size: 0, fault: messageOf(error) };
  }
}
