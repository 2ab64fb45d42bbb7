import { readdirSync } from "node:fs";
import { seconds } from "../up/progress";
import { capture } from "./commands";
import type { Tally } from "./tally";

const bin = (path: string) => `node_modules/${path}`;

/** Each is one check: name and the Node programs to run for it, one after the other. */
function checks(): [name: string, ...commands: string[][]][] {
  const migrations = readdirSync("db/migrations").filter((name) => name.endsWith(".sql"));
  return [
    ["format and lint", [bin("@biomejs/biome/bin/biome"), "check", "."]],
    ["types", [bin("next/dist/bin/next"), "typegen"], [bin("typescript/bin/tsc"), "--noEmit"]],
    [
      "arrows between rooms",
      [bin("dependency-cruiser/bin/dependency-cruise.mjs"), "app", "bin", "db", "lib", "e2e"],
    ],
    ["dead code", [bin("knip/bin/knip.js")]],
    ["migrations", [bin("squawk-cli/js/bin/squawk"), ...migrations.map((name) => `db/migrations/${name}`)]],
  ];
}

/** Runs the static checks; each counts as one, and prints what it found only when it failed. */
export async function checkStatically(): Promise<Tally> {
  const tally: Tally = { passed: 0, failed: 0, complaints: [] };
  for (const [name, ...commands] of checks()) {
    const began = Date.now();
    let found = "";
    for (const command of commands) {
      // Beside a live product, whose build folder is not ours to write.
      const { code, output } = await capture(command, { ...process.env, NEXT_DIST_DIR: ".next-test" });
      if (code !== 0) found += output;
    }
    if (found) {
      tally.failed++;
      tally.complaints.push(`${name}\n${found}`);
    } else tally.passed++;
    process.stdout.write(`${found ? "✗" : "✓"} ${name}, ${seconds(began)}\n${found}`);
  }
  return tally;
}
