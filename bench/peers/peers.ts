import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { dataFolder } from "@/bin/up/data-folder";
import { findLucene, installPackages, peersFolder } from "./install";
import { NoAnswer, Peer } from "./peer";
import { writePostings } from "./postings";

/** What somebody would take instead of the board, and how it is started on a file of postings with a folder to write to. */
const peers: Record<
  string,
  { most?: number; cannotMatch?: boolean; command: (file: string, folder: string) => [string, string[]] }
> = {
  Lucene: {
    command: (file, folder) => [
      "java",
      ["-Xmx4g", "-cp", findLucene(cacheFolder()), join(peersFolder, "Lucene.java"), file, folder],
    ],
  },
  DuckDB: { command: (file) => onNode("duckdb.mjs", file) },
  SQLite: { command: (file) => onNode("sqlite.mjs", file) },
  // It keeps everything as objects: more would not fit into the memory that Node gives to them.
  Orama: { most: 100_000, cannotMatch: true, command: (file) => onNode("orama.mjs", file) },
};

function onNode(program: string, file: string): [string, string[]] {
  installPackages();
  return [process.execPath, ["--max-old-space-size=4096", join(peersFolder, program), file]];
}

function cacheFolder(): string {
  const folder = join(dataFolder(), "bench");
  mkdirSync(folder, { recursive: true });
  return folder;
}

/**
 * Has each peer read the postings of the table `narrow`, one after another, and be asked by `ask`. A peer that cannot be had, or cannot
 * answer, is passed over with a line that says why.
 */
export async function withEachPeer(
  url: string,
  kind: "search" | "match",
  ask: (peer: Peer, name: string) => Promise<void>,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "backplane-peers-"));
  try {
    const file = join(folder, "postings.tsv");
    const count = await writePostings(url, file);
    console.log(
      "Peers measure the time inside of themselves, so the way through the pipe to them does not count.\n",
    );
    for (const [name, { most = count, cannotMatch, command }] of Object.entries(peers)) {
      if (kind === "match" && cannotMatch) {
        console.log(`${name}: has no way to rank by the lines of a profile.\n`);
        continue;
      }
      if (count > most) {
        console.log(
          `${name}: not asked about more than ${most.toLocaleString("en")} postings, for its memory.\n`,
        );
        continue;
      }
      try {
        const began = performance.now();
        const peer = await Peer.start(...command(file, join(folder, name)), peersFolder);
        console.log(`${name}: postings read in ${((performance.now() - began) / 1000).toFixed(1)} s.\n`);
        await ask(peer, name).finally(() => peer.end());
      } catch (error) {
        if (!(error instanceof NoAnswer)) throw error;
        console.log(`${name}: ${error.message}\n`);
      }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
