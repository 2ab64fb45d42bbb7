import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdir, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import postgres from "postgres";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { isServing } from "./cluster/postmaster";
import { type EmbeddedPostgres, startEmbedded } from "./embedded";

let folder: string;
let dataDir: string;
let server: EmbeddedPostgres | undefined;
const said: string[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "backplane embedded "));
  await chmod(folder, 0o755);
  dataDir = join(folder, "postgres");
});

afterEach(async () => {
  await server?.stop(0);
  server = undefined;
  said.length = 0;
});

afterAll(() => rm(folder, { recursive: true, force: true }));

async function start(port?: number) {
  server = await startEmbedded({ dataDir, port, disposable: true, log: (line) => said.push(line) });
  return server;
}

async function ask(url: string, question: string): Promise<unknown> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    return (await sql.unsafe(question).values())[0]?.[0];
  } finally {
    await sql.end({ timeout: 1 });
  }
}

test("starts a UTF-8 Postgres with the extensions that search needs", async () => {
  const { url, reused } = await start(0);
  expect(reused).toBe(false);
  expect(await ask(url, "select current_database() || ' ' || getdatabaseencoding()")).toBe("backplane UTF8");
  expect(await ask(url, "select lower('ÄÉ')")).toBe("äé");
  const names = "'pg_trgm', 'unaccent', 'intarray', 'btree_gin'";
  expect(await ask(url, `select count(*)::int from pg_available_extensions where name in (${names})`)).toBe(
    4,
  );
});

test("asks everyone for a password, and tells it to nobody else", async () => {
  const { url, webUrl, port } = await start();
  const nobody = `postgres://postgres@127.0.0.1:${port}/backplane`;
  await expect(ask(nobody, "select 1")).rejects.toMatchObject({ code: "28P01" });
  for (const right of [url, webUrl]) {
    const wrong = new URL(right);
    wrong.password = "wrong";
    await expect(ask(wrong.href, "select 1")).rejects.toMatchObject({ code: "28P01" });
  }
  const { mode } = await stat(join(dataDir, "backplane.secrets.json"));
  if (process.platform !== "win32") expect((mode & 0o777).toString(8)).toBe("600");
  for (const { password } of [new URL(url), new URL(webUrl)]) {
    expect(password).toMatch(/^.{32}$/);
    expect(await readFile(`${dataDir}.log`, "utf8")).not.toContain(password);
    expect(
      await ask(url, "select count(*)::int from pg_authid where rolpassword not like 'SCRAM-SHA-256$%'"),
    ).toBe(0);
  }
});

test("its log does not hold what people typed", async () => {
  const { url } = await start();
  await ask(url, "create table typed (email text unique, at int)");
  await ask(url, "insert into typed values ('secret-one@example.com')");
  await expect(ask(url, "insert into typed values ('secret-one@example.com')")).rejects.toThrow();
  await expect(ask(url, "select 'secret-two'::int")).rejects.toThrow();
  expect(await readFile(`${dataDir}.log`, "utf8")).not.toContain("secret-");
});

/** What there was before the database asked for passwords. */
async function becomeOld({ url }: EmbeddedPostgres) {
  await ask(url, "create table if not exists older as select 9 as figure");
  await writeFile(join(dataDir, "pg_hba.conf"), "host all all 127.0.0.1/32 trust\n");
  await ask(
    url,
    "alter role postgres password null; drop role backplane_web; select pg_reload_conf(), pg_sleep(0.2)",
  );
  await rm(join(dataDir, "backplane.secrets.json"));
}

test.each(["stopped", "running"])(
  "an older folder, %s, gets its passwords and keeps its data",
  async (state) => {
    const first = await start();
    await becomeOld(first);
    if (state === "stopped") await first.stop();
    const second = await start();
    expect(second.reused).toBe(false);
    expect(await ask(second.url, "select figure from older")).toBe(9);
    expect(await ask(second.webUrl, "select current_user")).toBe("backplane_web");
    await expect(
      ask(`postgres://postgres@127.0.0.1:${second.port}/backplane`, "select 1"),
    ).rejects.toMatchObject({
      code: "28P01",
    });
  },
);

test("two starts at once of an older folder agree on its passwords", async () => {
  const first = await start();
  await becomeOld(first);
  await first.stop();
  const [one, other] = await Promise.all([start(), start()]);
  expect(other).toMatchObject({ url: one.url, webUrl: one.webUrl });
  expect(await ask(one.webUrl, "select 1")).toBe(1);
});

test("keeps its data and its port over a stop, which leaves no process", async () => {
  const first = await start();
  await ask(first.url, "create table kept as select 7 as figure");
  await first.stop();
  expect(isServing(first.pid, dataDir)).toBe(false);
  await expect(ask(first.url, "select 1")).rejects.toThrow();

  const second = await start();
  expect(second.port).toBe(first.port);
  expect(await ask(second.url, "select figure from kept")).toBe(7);
});

test("takes over a server that a killed run left alive", async () => {
  const first = await start();
  const second = await start();
  expect(second).toMatchObject({ reused: true, pid: first.pid, port: first.port });
});

test("recovers what was committed before the server was killed", async () => {
  const first = await start();
  await ask(first.url, "create table survivor as select 8 as figure");
  await ask(first.url, "checkpoint");
  process.kill(first.pid, "SIGKILL");
  const second = await start();
  expect(second.reused).toBe(false);
  expect(await ask(second.url, "select figure from survivor")).toBe(8);
});

test("moves on from a taken port, says so, and stays at the new one", async () => {
  const { port, stop } = await start();
  await stop();
  const squatter = createServer().listen(port, "127.0.0.1");
  await once(squatter, "listening");
  const moved = await start();
  expect(moved.port).not.toBe(port);
  expect(said.join()).toContain(`port ${port} is taken`);
  await moved.stop();
  squatter.close();
  await once(squatter, "close");
  expect((await start()).port).toBe(moved.port);
});

test("is not misled by a stale pid file, whose number another process has now", async () => {
  await (await start()).stop();
  const stranger = spawn("sleep", ["60"]);
  try {
    await writeFile(
      join(dataDir, "postmaster.pid"),
      `${stranger.pid}\n${dataDir}\n1\n5999\n\n127.0.0.1\n\nready\n`,
    );
    expect((await start()).reused).toBe(false);
    await server?.stop();
    await writeFile(join(dataDir, "postmaster.pid"), "rubbish");
    expect((await start()).reused).toBe(false);
  } finally {
    stranger.kill();
  }
});

test("two starts at once share one server", async () => {
  const [one, other] = await Promise.all([start(), start()]);
  expect(other.pid).toBe(one.pid);
  expect(await ask(other.url, "select 1")).toBe(1);
});

test("two first starts at once make one cluster", async () => {
  dataDir = join(folder, "fresh");
  const [one, other] = await Promise.all([start(0), start(0)]);
  expect(other.pid).toBe(one.pid);
});

test("refuses a folder that holds something else, and leaves it as it is", async () => {
  dataDir = join(folder, "photos");
  await mkdir(dataDir);
  await writeFile(join(dataDir, "cat.jpg"), "");
  await expect(start()).rejects.toThrow(/photos is not empty and does not contain a database/);
  expect((await stat(join(dataDir, "cat.jpg"))).size).toBe(0);
});

test("below a private folder, root's server has its data where its user can go", async () => {
  const home = join(folder, "home");
  await mkdir(home, { mode: 0o700 });
  dataDir = join(home, "postgres");
  const { url, dataDir: real, pid } = await start(0);
  const isMoved = process.getuid?.() === 0;
  expect(real.startsWith("/var/lib/backplane/")).toBe(isMoved);
  expect(said.join().includes(real)).toBe(isMoved);
  expect(await ask(url, "select 1")).toBe(1);
  expect((await start()).pid).toBe(pid);
  await server?.stop();
  await rm(dirname(real), { recursive: true });
});
