import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, statSync } from "node:fs";
import { delimiter, join, resolve } from "node:path";
import { NoAnswer } from "./peer";

export const peersFolder = resolve("bench/peers");

/** Installs the packages of the peers, which the product does not need, unless they are there. Throws `NoAnswer` where npm cannot. */
export function installPackages(): void {
  const [wanted = 0, installed = 0] = ["package-lock.json", "node_modules/.package-lock.json"].map(
    (name) => statSync(join(peersFolder, name), { throwIfNoEntry: false })?.mtimeMs,
  );
  if (installed >= wanted) return;
  try {
    run("npm", ["ci", "--no-audit", "--no-fund", "--ignore-scripts"], peersFolder);
  } catch (error) {
    throw new NoAnswer(`npm could not install it: ${lastLine(error)}`);
  }
}

const parts = ["core", "facet", "analyzers-common"];

/**
 * The class path of Lucene 8: as Debian installed it, or out of Debian's package, which is fetched once into `cache` and unpacked there, which
 * needs no rights. Throws `NoAnswer` where neither is possible.
 */
export function findLucene(cache: string): string {
  const folder = join(cache, "lucene");
  const unpacked = join(folder, "usr/share/java");
  const found = jarsIn("/usr/share/java") ?? jarsIn(unpacked);
  if (found) return found;
  try {
    mkdirSync(folder, { recursive: true });
    run("apt-get", ["download", "liblucene8-java"], folder);
    run("dpkg-deb", ["-x", readdirSync(folder).find((name) => name.endsWith(".deb")) ?? "", "."], folder);
  } catch (error) {
    throw new NoAnswer(`Debian's package liblucene8-java could not be fetched: ${lastLine(error)}`);
  }
  const jars = jarsIn(unpacked);
  if (!jars) throw new NoAnswer("Debian's package liblucene8-java has other files than expected.");
  return jars;
}

function jarsIn(folder: string): string | null {
  const names = existsSync(folder) ? readdirSync(folder) : [];
  const jars = parts.map((part) =>
    names.find((name) => new RegExp(`^lucene-${part}-8[\\d.]*\\.jar$`).test(name)),
  );
  return jars.every((jar) => jar !== undefined) ? jars.map((jar) => join(folder, jar)).join(delimiter) : null;
}

const run = (command: string, args: string[], cwd: string) =>
  execFileSync(command, args, {
    cwd,
    shell: process.platform === "win32",
    stdio: ["ignore", "ignore", "pipe"],
    encoding: "utf8",
  });

const lastLine = (error: unknown) => {
  const said =
    error instanceof Error && "stderr" in error && error.stderr ? String(error.stderr) : String(error);
  return said.trim().split("\n").at(-1);
};
