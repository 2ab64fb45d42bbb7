import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { Agent, get as httpGet } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { gzipSync } from "node:zlib";
import { chromium } from "@playwright/test";
import postgres from "postgres";
import { findBrowser } from "@/bin/test/browser";
import { startWeb } from "@/bin/test/faults/web";
import { closeDatabase } from "@/db/client";
import { freePort } from "@/db/cluster/ports";
import { createSession, findSeededUser } from "@/db/factories";
import { median, ms, quantile, table } from "./measure";

const seconds = 4;
const readers = 10;

/**
 * Each public page as visitors get it, asked for again and asked for the first time, and the lists of who is signed in: requests a second of a
 * server on one core, ten readers at once. Beside it, in the same run, `/healthz`, which is the floor of the server, and a stock page of Next with
 * 20 plain cards. Then what each page weighs, and what a browser sees of it.
 */
export async function benchPages(url: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "backplane-pages-"));
  const web = await startWeb(folder, url);
  const stock = await startStock(join(folder, "stock"));
  try {
    while ((await web.get("/readyz")).status !== 200) await wait(100);
    const core = toOneCore(web.pid());
    toOneCore(stock.pid);
    console.log(
      `${readers} readers at once, ${seconds} s each; the server ${core ? "on one core" : "on all cores: there is no taskset here"}.\n`,
    );
    const paths = await publicPaths(url);
    await ask(web.origin, () => "/healthz");
    const floor = await ask(web.origin, () => "/healthz");
    await ask(stock.origin, () => "/");
    const plain = await ask(stock.origin, () => "/");
    const rows = [row("/healthz", floor, floor), row("a stock page of Next with 20 cards", plain, floor)];
    for (const path of paths) {
      for (let i = 0; i < 3; i++) await web.get(path);
      rows.push(row(`${named(path)}, asked for again`, await ask(web.origin, () => path), floor));
      await ask(web.origin, neverAsked(path));
      rows.push(row(`${named(path)}, the first time`, await ask(web.origin, neverAsked(path)), floor));
    }
    for (const [email, path] of [
      ["candidate@example.com", "/jobs"],
      ["candidate@example.com", "/matches"],
      ["employer@example.com", "/employer"],
    ] as const) {
      const cookie = `backplane.session=${await createSession(await findSeededUser(email))}`;
      await ask(web.origin, () => path, { cookie });
      rows.push(row(`${path}, signed in`, await ask(web.origin, () => path, { cookie }), floor));
    }
    table(["page", "a second", "p50, ms", "p99, ms", "to /healthz"], rows);
    await weigh(web.origin, paths);
    await watch(web.origin, paths);
  } finally {
    stock.stop();
    await web.stop();
    await closeDatabase();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function publicPaths(url: string): Promise<string[]> {
  const sql = postgres(url, { max: 1 });
  const [posting] = await sql<
    { slug: string }[]
  >`select slug from postings where state = 'published' order by published_at desc limit 1`;
  const [company] = await sql<{ slug: string }[]>`
    select c.slug from companies c join postings p on p.company_id = c.id where p.state = 'published' group by c.id order by count(*) desc limit 1`;
  await sql.end();
  return [
    "/",
    "/jobs",
    "/jobs?skill=go&workplace=remote",
    `/jobs/${posting?.slug}`,
    "/companies",
    `/companies/${company?.slug}`,
    "/skills/go",
    "/salaries",
    "/terms",
    "/feeds/postings.rss",
    "/sitemap.xml",
    "/api/v1/postings",
  ];
}

const isPage = (path: string) => !/^\/(?:api|feeds|sitemap)/.test(path);

const named = (path: string) =>
  path.replace(/^\/jobs\/.*/, "/jobs/[slug]").replace(/^\/companies\/.+/, "/companies/[slug]");

let asked = 0;
/**
 * Addresses of the same page that nobody asked for before. The API refuses parameters that it does not know, so there it is the wish for a pay
 * too low to leave anything out.
 */
const neverAsked = (path: string) => () => {
  const isApi = /^\/(?:api|feeds)\//.test(path);
  return `${path}${path.includes("?") ? "&" : "?"}${isApi ? "salary" : "never"}=${++asked}`;
};

type Measured = { perSecond: number; times: number[]; failed: number };

async function ask(
  origin: string,
  path: () => string,
  headers: Record<string, string> = {},
): Promise<Measured> {
  const agent = new Agent({ keepAlive: true, maxSockets: readers });
  const times: number[] = [];
  let failed = 0;
  const began = performance.now();
  const until = began + seconds * 1_000;
  await Promise.all(
    Array.from({ length: readers }, async () => {
      while (performance.now() < until) {
        const start = performance.now();
        if ((await load(origin + path(), agent, headers)).status !== 200) failed++;
        times.push(performance.now() - start);
      }
    }),
  );
  const perSecond = times.length / ((performance.now() - began) / 1_000);
  agent.destroy();
  times.sort((a, b) => a - b);
  return { perSecond, times, failed };
}

function row(what: string, { perSecond, times, failed }: Measured, floor: Measured): string[] {
  return [
    failed > 0 ? `${what} (${failed} failed)` : what,
    perSecond.toFixed(0),
    ms(median(times)),
    ms(quantile(times, 0.99)),
    `${((100 * perSecond) / floor.perSecond).toFixed(0)} %`,
  ];
}

function load(address: string, agent: Agent, headers: Record<string, string> = {}) {
  return new Promise<{ status: number; body: Buffer }>((resolve, reject) => {
    const options = { agent, headers: { accept: "text/html", "accept-encoding": "br, gzip", ...headers } };
    httpGet(address, options, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () => resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks) }));
      response.on("error", reject);
    }).on("error", reject);
  });
}

/** Bytes, elements and scripts of each page. */
async function weigh(origin: string, paths: readonly string[]) {
  const agent = new Agent();
  const plain = { "accept-encoding": "identity" };
  const scripts = new Map<string, number>();
  const rows: string[][] = [];
  for (const path of paths.filter(isPage)) {
    const html = (await load(origin + path, agent, plain)).body;
    const brotli = (await load(origin + path, agent)).body;
    const text = html.toString();
    const files = JSON.parse(/for\(const f of (\[.*?\])\)/.exec(text)?.[1] ?? "[]") as string[];
    for (const src of files)
      if (!scripts.has(src)) scripts.set(src, (await load(origin + src, agent)).body.length);
    const markup = text.replace(/<script[\s\S]*?<\/script>/g, "");
    rows.push([
      named(path),
      kb(html.length),
      kb(brotli.length),
      kb(gzipSync(html).length),
      String((markup.match(/<[a-z]/g) ?? []).length),
      kb(files.reduce((sum, src) => sum + (scripts.get(src) ?? 0), 0)),
    ]);
  }
  table(["page", "plain, KB", "as sent (br), KB", "gzip, KB", "elements", "scripts as sent (br), KB"], rows);
}

const kb = (bytes: number) => (bytes / 1_000).toFixed(1);

/** Whether the process and its threads run on one core from now on. */
const toOneCore = (pid: number) =>
  spawnSync("taskset", ["-a", "-p", "-c", "0", String(pid)], { stdio: "ignore" }).status === 0;

/** A Next app of nothing but one page of 20 plain cards, drawn at each request; built with the same packages. */
async function startStock(folder: string) {
  mkdirSync(join(folder, "app"), { recursive: true });
  symlinkSync(join(process.cwd(), "node_modules"), join(folder, "node_modules"));
  writeFileSync(join(folder, "package.json"), JSON.stringify({ private: true }));
  writeFileSync(
    join(folder, "app/layout.jsx"),
    "export default ({ children }) => <html lang='en'><body>{children}</body></html>;",
  );
  writeFileSync(
    join(folder, "app/page.jsx"),
    `export const dynamic = "force-dynamic";
const words = "Keeps the ledgers of a bank in Go and PostgreSQL, moves its events through Kafka, and answers for both. ".repeat(6);
export default () => <main><h1>Postings</h1><ol>{Array.from({ length: 20 }, (_, i) =>
  <li key={i}><h2><a href={"/" + i}>Backend Engineer {i}</a></h2><p>Company {i}</p><p>{words}</p>
  <ul>{["Go", "PostgreSQL", "Kafka"].map((skill) => <li key={skill}>{skill}</li>)}</ul><p>€75,000–95,000 a year</p></li>)}</ol></main>;`,
  );
  const next = join(process.cwd(), "node_modules/next/dist/bin/next");
  const env = { ...process.env, NODE_ENV: "production" as const, NEXT_TELEMETRY_DISABLED: "1" };
  const built = spawnSync(process.execPath, [next, "build", "--webpack"], {
    cwd: folder,
    env,
    encoding: "utf8",
  });
  if (built.status !== 0) throw new Error(`The stock page was not built:\n${built.stdout}${built.stderr}`);
  const port = await freePort(0);
  const child = spawn(process.execPath, [next, "start", "-p", String(port), "-H", "localhost"], {
    cwd: folder,
    env,
    stdio: "ignore",
  });
  const origin = `http://localhost:${port}`;
  const agent = new Agent();
  for (let tries = 0; ; tries++) {
    const answer = await load(origin, agent).catch(() => null);
    if (answer?.status === 200) break;
    if (tries === 100 || child.exitCode !== null) throw new Error("The stock page does not answer.");
    await wait(200);
  }
  return { origin, pid: child.pid as number, stop: () => child.kill() };
}

/** What a visitor's browser sees of each page, asked for again: when it painted the largest thing, and how much moved after it was painted. */
async function watch(origin: string, paths: readonly string[]) {
  const browser = await chromium.launch({
    executablePath: findBrowser(),
    args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
  });
  const rows: string[][] = [];
  for (const path of paths.filter(isPage)) {
    const cells: string[] = [];
    for (const width of [390, 1280]) {
      const paints: number[] = [];
      let shift = 0;
      for (let i = 0; i < 5; i++) {
        const page = await browser.newPage({ viewport: { width, height: 800 } });
        await page.goto(origin + path, { waitUntil: "networkidle" });
        const seen = await page.evaluate<{ paint: number; shift: number }>(seenByBrowser);
        paints.push(seen.paint);
        shift = Math.max(shift, seen.shift);
        await page.close();
      }
      cells.push(ms(median(paints)), shift.toFixed(3));
    }
    rows.push([named(path), ...cells]);
  }
  await browser.close();
  table(["page", "390: largest paint, ms", "layout shift", "1280: largest paint, ms", "layout shift"], rows);
}

/**
 * What runs in the browser: the time of the last candidate for the largest paint, and the sum of the shifts, as Chromium counts them. As text, since
 * what compiles this file adds names to functions that no browser knows.
 */
const seenByBrowser = `(async () => {
  const entries = (type) =>
    new Promise((resolve) => {
      new PerformanceObserver((list) => resolve(list.getEntries())).observe({ type, buffered: true });
      setTimeout(resolve, 300, []);
    });
  const paints = await entries("largest-contentful-paint");
  const shifts = await entries("layout-shift");
  return { paint: paints.at(-1)?.startTime ?? 0, shift: shifts.reduce((sum, { value }) => sum + value, 0) };
})()`;
