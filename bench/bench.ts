import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { cpus, tmpdir, totalmem } from "node:os";
import { join } from "node:path";
import { startEmbedded } from "@/db/embedded";
import { migrate } from "@/db/migrate";
import { seed } from "@/db/seed/index";
import { benchAlerts } from "./alerts";
import { makePostings } from "./data";
import { benchHiring } from "./hiring";
import { benchLive } from "./live";
import { benchMatch } from "./match";
import { benchPages } from "./pages";
import { matchBesidePeers, searchBesidePeers } from "./peers/board";
import { benchPipeline } from "./pipeline";
import { benchSearch } from "./search";

/** A claim's measurement on the postings that lie in the database at `url`. */
type Bench = {
  run: (url: string) => Promise<void>;
  /** How many postings are generated, unless one says; null where it measures those of the demonstration. */
  counts: number[] | null;
  /** The same beside other software, without SQL. */
  besidePeers?: (url: string) => Promise<void>;
};

const usualCounts = [10_000, 100_000, 1_000_000];
const benches: Record<string, Bench> = {
  search: { run: benchSearch, counts: usualCounts, besidePeers: searchBesidePeers },
  match: { run: benchMatch, counts: usualCounts, besidePeers: matchBesidePeers },
  live: { run: benchLive, counts: usualCounts },
  hiring: { run: benchHiring, counts: usualCounts },
  pipeline: { run: benchPipeline, counts: [1_000] },
  pages: { run: benchPages, counts: null },
  alerts: { run: benchAlerts, counts: [10_000] },
};

/** Runs one bench for each number of postings, each on a database of its own; the exit code. */
export async function bench([name = "", ...options]: string[]): Promise<number> {
  const bench = benches[name];
  const counts = options.filter((option) => option !== "--peers");
  const run = counts.length < options.length ? bench?.besidePeers : bench?.run;
  if (!bench || !run || counts.some((count) => !/^\d+$/.test(count))) {
    console.error(`npm run bench -- ${Object.keys(benches).join("|")} [number of postings…]
search and match with --peers: beside other software in place of SQL`);
    return 2;
  }
  process.env.DEMO = "1";
  const folder = mkdtempSync(join(tmpdir(), "backplane-bench-"));
  // The database's own user has to pass it.
  chmodSync(folder, 0o755);
  let stop = async () => {};
  for (const signal of ["SIGINT", "SIGTERM"] as const)
    process.once(signal, () => void stop().then(() => process.exit(130)));
  try {
    const usual = bench.counts ?? [null];
    for (const count of counts.length > 0 ? counts.map(Number) : usual) {
      const server = await startEmbedded({
        dataDir: join(folder, String(count)),
        port: 0,
        disposable: true,
        log: console.error,
      });
      stop = () => server.stop(0);
      await migrate(server.url);
      const began = performance.now();
      await (count === null ? seed(server.url, () => {}) : makePostings(server.url, count));
      const took = ((performance.now() - began) / 1000).toFixed(0);
      const what = count === null ? "the demonstration" : `${count.toLocaleString("en")} postings`;
      console.log(`\n# ${name}: ${what}, made in ${took} s; ${await machine(server.url)}\n`);
      await run(server.url);
      await server.stop(0);
      rmSync(join(folder, String(count)), { recursive: true, force: true });
    }
    return 0;
  } catch (error) {
    // At once: connections that are still open have their own word to say when the server goes.
    console.error(error);
    return 1;
  } finally {
    await stop().catch(() => {});
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What it ran on. */
async function machine(url: string): Promise<string> {
  const { default: postgres } = await import("postgres");
  const sql = postgres(url, { max: 1 });
  const [row] = await sql<{ version: string }[]>`select current_setting('server_version') as version`;
  await sql.end();
  const [cpu] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  return `${cpus().length} × ${cpu?.model.trim()}, ${memory} GiB, Node ${process.versions.node}, PostgreSQL ${row?.version}`;
}
