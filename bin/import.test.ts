import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { someDescription } from "@/db/factories";
import { testDatabase } from "@/db/testing";

const { url, sql } = await testDatabase();
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "backplane-import-"));
});
afterAll(() => rm(folder, { recursive: true }));

/** Runs the command on such files, and gives its lines and its status. */
const importing = (files: Record<string, string>, ...more: string[]) => importingInto(url, files, ...more);

async function importingInto(database: string, files: Record<string, string>, ...more: string[]) {
  const paths = Object.keys(files).map((name) => join(folder, name));
  await Promise.all(Object.entries(files).map(([name, content]) => writeFile(join(folder, name), content)));
  const env = { ...process.env, DATABASE_URL: database, BACKPLANE_DATA: join(folder, "data") };
  return new Promise<{ lines: string[]; status: number }>((done) =>
    execFile(
      process.execPath,
      ["bin/run.mjs", "import", ...paths, ...more],
      { env },
      (error, stdout, stderr) =>
        done({ lines: `${stdout}${stderr}`.trim().split("\n"), status: error ? Number(error.code) : 0 }),
    ),
  );
}

/** As postings look that conform to what search engines ask for. */
const job = {
  "@context": "https://schema.org",
  "@type": "JobPosting",
  identifier: "L-4",
  title: "Backend Engineer",
  description: someDescription,
  hiringOrganization: { "@type": "Organization", name: "Larkspur" },
  jobLocation: { "@type": "Place", address: { addressLocality: "Berlin", addressCountry: "DE" } },
  employmentType: "FULL_TIME",
  baseSalary: {
    "@type": "MonetaryAmount",
    currency: "EUR",
    value: { minValue: 62_000, maxValue: 81_000, unitText: "YEAR" },
  },
};

const good = { "job.json": JSON.stringify(job) };

it("says by short names what it did, and ends with 0", async () => {
  expect(await importing(good, "--publish")).toEqual({
    lines: [
      "note job.json, line 1: It names a place and no remote work, so “On site” was filled in as the workplace.",
      "read 1, new 1, updated 0, duplicate 0, refused 0",
    ],
    status: 0,
  });
});

it("says how many of its postings were there already", async () => {
  await importing(good);
  expect(await importing(good)).toEqual({
    lines: ["unchanged 1", "read 1, new 0, updated 0, duplicate 0, refused 0"],
    status: 0,
  });
});

it("ends with 1 where one file of several gives nothing", async () => {
  const { lines, status } = await importing({ ...good, "notes.txt": "Just some text" });
  expect(lines[0]).toBe("refused notes.txt: its format is not supported");
  expect(lines.at(-1)).toMatch(/^read 2, .* refused 1$/);
  expect(status).toBe(1);
});

it("refuses a file that is not there by its name, and ends with 1", async () => {
  const { lines, status } = await importing({}, join(folder, "nope.json"));
  expect(lines[0]).toMatch(/^refused nope\.json: it cannot be opened/);
  expect([lines.at(-1), status]).toEqual(["read 1, new 0, updated 0, duplicate 0, refused 1", 1]);
});

it("ends well where only some postings of a file are refused", async () => {
  const { lines, status } = await importing({
    "jobs.json": JSON.stringify([
      { ...job, "@type": undefined, "@context": undefined, company: "Larkspur" },
      { company: "B" },
    ]),
  });
  expect([lines.at(-1), status]).toEqual(["read 2, new 1, updated 0, duplicate 0, refused 1", 0]);
});

it("says what to do where the database has no tables yet", async () => {
  const empty = `${new URL(url).pathname.slice(1)}_empty`;
  await sql`create database ${sql(empty)} template template0`;
  expect(await importingInto(new URL(`/${empty}`, url).href, good)).toEqual({
    lines: [
      "✗ The database has no tables yet, or older ones. Run `npm run db:migrate`, or `npm run up`, and then this again.",
    ],
    status: 1,
  });
  await sql`drop database ${sql(empty)} with (force)`;
});
