import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import nextConfig from "@/next.config";

/*
 * What is installed is no older than the releases that mended what was known of the older ones (SECURITY.md). Read from the lock, where
 * every copy stands, those inside of other packages too.
 */

const { packages } = JSON.parse(readFileSync("package-lock.json", "utf8")) as {
  packages: Record<string, { version?: string; dependencies?: Record<string, string> }>;
};

/** Every installed copy of a package, by where it lies. */
const copiesOf = (name: string) =>
  Object.entries(packages)
    .filter(([place]) => place === `node_modules/${name}` || place.endsWith(`/node_modules/${name}`))
    .map(([place, { version = "" }]) => ({ place, version }));

test.each([
  ["next", "16.4.5"],
  ["react", "19.3.1"],
  ["react-dom", "19.3.1"],
  ["drizzle-orm", "0.45.4"],
  ["nodemailer", "10.0.5"],
  ["sharp", "0.35.0"],
  ["postcss", "8.5.12"],
  ["zod", "4.6.7"],
])("each copy of %s is at %s or above", (name, floor) => {
  expect(copiesOf(name)).not.toEqual([]);
  expect(copiesOf(name).filter(({ version }) => isBelow(version, floor))).toEqual([]);
});

test.each([
  ["next-auth", "5.0.0-beta.32"],
  ["@auth/core", "0.41.3"],
])("%s is at %s exactly", (name, version) => {
  expect(copiesOf(name)).toEqual([{ place: `node_modules/${name}`, version }]);
  expect(packages[""]?.dependencies?.[name]).toBe(version);
});

test("pictures go through no optimiser of the framework", () => {
  expect(nextConfig.images?.unoptimized).toBe(true);
});

test("adm-zip is nowhere", () => {
  expect(copiesOf("adm-zip")).toEqual([]);
});

test.each([
  ["1.2.3", "1.2.3", false],
  ["1.2.2", "1.2.3", true],
  ["1.10.0", "1.9.9", false],
  ["0.45.10", "0.45.4", false],
  ["1.2.3-rc.1", "1.2.3", true],
  ["2.0.0-rc.1", "1.2.3", false],
])("%s below %s: %s", (version, floor, below) => {
  expect(isBelow(version, floor)).toBe(below);
});

/** Whether a version comes before `floor`, a release; a candidate of that release does. */
function isBelow(version: string, floor: string): boolean {
  const [release = "", candidate] = version.split("-");
  const order = release.localeCompare(floor, "en", { numeric: true });
  return order < 0 || (order === 0 && candidate !== undefined);
}
