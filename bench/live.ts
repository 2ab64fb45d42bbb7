import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import postgres from "postgres";
import { startWeb, type Web } from "@/bin/test/faults/web";
import { closeDatabase } from "@/db/client";
import { createCompany, createPosting } from "@/db/factories";
import { median, ms, quantile } from "./measure";
import { randomFrom } from "./random";

const seconds = 30;
const readers = 20;
const changesPerSecond = 20;

/** Milliseconds from an answer to the reader's next question, on average: a machine, and a person who looks through lists quickly. */
const paces = [
  { who: "machines, which never pause", pause: 0 },
  { who: "people, who read for a second", pause: 1_000 },
];

/** The real web process, with so many readers at each pace, while postings are published and closed. */
export async function benchLive(url: string): Promise<void> {
  process.env.DATABASE_URL = url;
  const folder = mkdtempSync(join(tmpdir(), "backplane-live-"));
  const sql = postgres(url, { max: 4, onnotice: () => {} });
  const skills = await sql<{ slug: string }[]>`select slug from skills order by id limit 40`;
  const company = await createCompany();
  const web = await startWeb(folder, url);
  try {
    while ((await web.get("/readyz")).status !== 200) await wait(100);
    const addresses = addressesOf(skills.map(({ slug }) => slug));
    for (const [nth, { who, pause }] of paces.entries()) {
      console.log(`\n${readers} ${who}:`);
      const until = performance.now() + seconds * 1_000;
      const [pages, answers] = [[] as number[], [] as number[]];
      const reading = Array.from({ length: readers }, (_, at) => {
        const [path, times] = at % 2 === 0 ? ["/jobs", pages] : ["/api/v1/postings", answers];
        return read(web, path, randomFrom(1 + at + nth * readers), addresses, { pause, until, times });
      });
      const { seen, stale } = await change(web, sql, company, until);
      const failed = (await Promise.all(reading)).flat();
      for (const [what, all] of [
        ["pages", pages],
        ["API", answers],
      ] as const) {
        all.sort((a, b) => a - b);
        console.log(
          `${what}: ${all.length} answers in ${seconds} s, median ${ms(median(all))} ms, p99 ${ms(quantile(all, 0.99))} ms`,
        );
      }
      seen.sort((a, b) => a - b);
      console.log(
        `${seen.length} changes: the first answer asked for after the commit had each of them but ${stale}; it came after ${ms(median(seen))} ms (p99 ${ms(quantile(seen, 0.99))}).`,
      );
      console.log(
        `Failed: ${failed.length}${failed.length > 0 ? ` (${[...new Set(failed)].join(", ")})` : ""}.`,
      );
    }
    console.log("");
    const typed: number[] = [];
    for (const q of ["back", "ku", "ber", "post", "dev", "jav", "company 1"])
      for (let round = 0; round < 10; round++)
        typed.push((await web.get(`/api/suggest?q=${encodeURIComponent(q)}`)).ms);
    typed.sort((a, b) => a - b);
    console.log(
      `Suggestions, one after the other: median ${ms(median(typed))} ms, p99 ${ms(quantile(typed, 0.99))} ms.`,
    );
    console.log(`The web process has ${residentMb(web.pid())} MB resident.`);
  } finally {
    await web.stop();
    await sql.end();
    await closeDatabase();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** As Linux tells it. */
const residentMb = (pid: number) =>
  Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]) / 1_000);

type Random = () => number;

function addressesOf(skills: string[]) {
  return (random: Random) => {
    const pick = (list: string[]) => list[Math.floor(random() * list.length)] as string;
    return [
      `skill=${pick(skills)}`,
      random() < 0.5 ? `band=${pick(["entry", "mid", "senior"])}` : "",
      random() < 0.5 ? `workplace=${pick(["remote", "hybrid", "onsite"])}` : "",
      random() < 0.3 ? `salary=${pick(["60000", "90000", "120000"])}` : "",
      random() < 0.3 ? `country=${pick(["DE", "US", "FR"])}` : "",
    ]
      .filter(Boolean)
      .join("&");
  };
}

/** Asks until the time is over, with pauses of a length by chance; gives what went wrong. */
async function read(
  web: Web,
  path: string,
  random: Random,
  address: (random: Random) => string,
  { pause, until, times }: { pause: number; until: number; times: number[] },
): Promise<string[]> {
  const failed: string[] = [];
  const rest = () => wait(-Math.log(1 - random()) * pause);
  // They do not all begin at once.
  if (pause > 0) await rest();
  while (performance.now() < until) {
    const answer = await web.get(`${path}?${address(random)}`);
    times.push(answer.ms);
    if (answer.status !== 200) failed.push(String(answer.status ?? answer.error));
    if (pause > 0) await rest();
  }
  return failed;
}

/** Postings stand open this long, in milliseconds: whoever looks for one finds it, or it is missing. */
const openFor = 3_000;

/** How long it took until an answer had a change, and how many answers that were asked for after its commit lacked it. */
type Look = { took: number; stale: number };

/** Publishes and closes by turns; gives the milliseconds until an answer had each change, and how many answers lacked one. */
async function change(
  web: Web,
  sql: postgres.Sql,
  company: { id: string; slug: string },
  until: number,
): Promise<{ seen: number[]; stale: number }> {
  const looks: Promise<Look>[] = [];
  const open: { id: string; since: number }[] = [];
  while (performance.now() < until) {
    const next = wait(1_000 / changesPerSecond);
    const oldest = open[0];
    if (oldest && performance.now() - oldest.since > openFor) {
      open.shift();
      await sql`update postings set state = 'closed', close_reason = 'filled', closed_at = now() where id = ${oldest.id}`;
      looks.push(look(web, company.slug, oldest.id, false));
    } else {
      const { id } = await createPosting({
        companyId: company.id,
        companySlug: company.slug,
        publishedAt: new Date(),
      });
      open.push({ id, since: performance.now() });
      looks.push(look(web, company.slug, id, true));
    }
    await next;
  }
  const all = await Promise.all(looks);
  return { seen: all.map(({ took }) => took), stale: all.reduce((sum, { stale }) => sum + stale, 0) };
}

/** Asks until an answer has the change. */
async function look(web: Web, company: string, id: string, isOpen: boolean): Promise<Look> {
  const began = performance.now();
  for (let stale = 0; ; stale++) {
    const answer = await web.get(`/api/v1/postings?company=${company}&limit=100`);
    const took = performance.now() - began;
    if (answer.status === 200 && answer.body.includes(id) === isOpen) return { took, stale };
    if (took > openFor / 2) return { took, stale: stale + 1 };
  }
}
