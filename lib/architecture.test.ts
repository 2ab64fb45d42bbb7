import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";

/*
 * How the house is laid out (ARCHITECTURE.md), held against the tree; who may import whom is in .dependency-cruiser.cjs. Sources are read
 * as text without their comments, which is enough for code that one formatter writes.
 */

type Source = { path: string; text: string };
const sources: Source[] = ["app", "bin", "db", "lib", "e2e"]
  .flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" }).map((path) => join(folder, path)),
  )
  .filter((path) => /\.(ts|tsx|mjs)$/.test(path))
  .map((path) => ({ path, text: withoutComments(readFileSync(path, "utf8")) }));
const product = sources.filter(
  ({ path }) => !/\.(test|prove|spec)\.tsx?$|^e2e\/|^db\/(factories|testing|seed\/)/.test(path),
);
const pages = product.filter(({ path }) => path.endsWith("/page.tsx"));
const actionFiles = product.filter(({ text }) => /^\s*"use server"/.test(text));
const roomFiles = product.filter(({ path }) =>
  /^lib\/[^/]+\/(.+\/)?(queries|commands|rules)(\.ts$|\/)/.test(path),
);

test("a private page first asks who is there, and so does what makes its title", () => {
  const isPrivate = ({ path }: Source) => /^app\/\((candidate|employer|admin)\)\//.test(path);
  const asynchronous = /export (?:default )?async function (\w+)/g;
  expect(
    faultsIn(pages.filter(isPrivate), (page) => {
      const parts = [...page.text.matchAll(asynchronous)];
      const silent = parts.filter(
        (part) => !/^\s*require(Actor|Admin)\(/.test(firstAwaited(page, part.index)),
      );
      const isAsked = /export default async function/.test(page.text);
      return [
        ...silent.map((part) => [part.index, `${part[1]} asks too late`] as Fault),
        ...(isAsked ? [] : [[0, "asks nobody"] as Fault]),
      ];
    }),
  ).toEqual([]);
});

test("a page or an action of the admins is for admins alone", () => {
  const ofAdmins = ({ path }: Source) => path.startsWith("app/(admin)/");
  const askingMembers = faultsIn(pages.filter(ofAdmins), ({ text }) =>
    text.includes("await requireAdmin(") ? [] : [[0, "no requireAdmin"]],
  );
  const open = faultsIn(actionFiles.filter(ofAdmins), (file) =>
    actionsOf(file).flatMap(({ index, name, body }) =>
      /\basAdmin\(actor\)/.test(body) ? [] : [[index, `${name} without asAdmin`] as Fault],
    ),
  );
  expect([...askingMembers, ...open]).toEqual([]);
});

test("a server action is made by formAction or publicFormAction", () => {
  expect(actionFiles.length).toBeGreaterThan(0);
  const handmade = faultsIn(actionFiles, (file) =>
    actionsOf(file).flatMap(({ index, name, body }) =>
      /^export const \w+ = (formAction|publicFormAction)\(/.test(body) ? [] : [[index, name] as Fault],
    ),
  );
  const hidden = faultsIn(product, ({ text }) =>
    find(text, /"use server"/g).filter(([index]) => text.slice(0, index).trim() !== ""),
  );
  expect([...handmade, ...hidden]).toEqual([]);
});

test("a table is written by its own room alone", () => {
  const tables = sources
    .filter(({ path }) => path.startsWith("db/schema/"))
    .flatMap(({ path, text }) =>
      [...text.matchAll(/export const (\w+) = pgTable\(\s*"(\w+)"/g)].map(([, name, table]) => ({
        name,
        table,
        room: path.slice(10, -3),
      })),
    );
  expect(tables.length).toBeGreaterThan(10);
  const written =
    /\.(?:insert|update|delete)\(\s*(\w+)\s*\)|\b(?:insert\s+into|update|delete\s+from|merge\s+into|truncate(?:\s+table)?)\s+"?(\w+)"?/g;
  expect(
    faultsIn(
      product.filter(({ path }) => /^(lib|app|bin)\//.test(path)),
      ({ path, text }) =>
        [...text.matchAll(written)].flatMap(({ index, 1: name, 2: table }) => {
          const given = name && originalName(text, name);
          const foreign = tables.find((one) => (given ? one.name === given : one.table === table));
          return foreign && !path.startsWith(`lib/${foreign.room}/`)
            ? [[index, `writes ${foreign.table} of lib/${foreign.room}`] as Fault]
            : [];
        }),
    ),
  ).toEqual([]);
});

test("a background task has a handler, and something that starts it", () => {
  const kinds = /export type Tasks = \{([\s\S]*?)\n\};/.exec(textOf("lib/background/input.ts"))?.[1] ?? "";
  const tasks = [...kinds.matchAll(/^ {2}"?([\w-]+)"?:/gm)].map(([, name]) => name as string);
  expect(tasks.length).toBeGreaterThan(0);
  const worker = textOf("bin/worker.ts");
  const rooms = product.filter(({ path }) => path.startsWith("lib/"));
  const isStarted = (task: string) =>
    rooms.some(({ text }) => new RegExp(`enqueue(?:All|Later)?\\(\\s*\\w+,\\s*"${task}"`).test(text)) ||
    new RegExp(`crontab:[^;]*\\s${task}\\s`).test(textOf("lib/background/worker.ts"));
  expect(tasks.filter((task) => !new RegExp(`"?${task}"?:`).test(worker))).toEqual([]);
  expect(tasks.filter((task) => !isStarted(task))).toEqual([]);
});

test("a path or a command that a document cites exists", () => {
  const documents = [...readdirSync(".").filter((name) => name.endsWith(".md")), "app/_ui/README.md"].map(
    (path) => ({
      path,
      text: readFileSync(path, "utf8"),
    }),
  );
  const { scripts } = JSON.parse(readFileSync("package.json", "utf8"));
  expect(
    faultsIn(documents, ({ path, text }) => [
      ...[...text.matchAll(/`([^`\n]+)`|\]\(((?:[^()\s]|\([^()\s]*\))+)\)/g)].flatMap(
        ({ index, 1: code, 2: link }) =>
          (link && !/^([a-z]+:|#)/.test(link)) || (code && looksLikePath.test(code))
            ? isThere((code ?? link) as string, path)
              ? []
              : [[index, `cites ${code ?? link}`] as Fault]
            : [],
      ),
      ...find(text, /npm run ([\w:-]+)/g).filter(([, command]) => !(command.slice(8) in scripts)),
    ]),
  ).toEqual([]);
});

test("queries and commands name the columns that they read", () => {
  expect(
    faultsIn(roomFiles, ({ text }) => find(text, /\.(select|selectDistinct|returning)\(\s*\)/g)),
  ).toEqual([]);
});

test("no room reads the clock of this machine: there is one clock, the database's", () => {
  expect(roomFiles.length).toBeGreaterThan(10);
  expect(faultsIn(roomFiles, ({ text }) => find(text, /new Date\(\s*\)|Date\.now\(/g))).toEqual([]);
});

test("SQL is never put together from text", () => {
  // The pool's own wrapper hands on what the library calls by that name.
  const others = product.filter(({ path }) => path !== "db/guard.ts");
  expect(faultsIn(others, ({ text }) => find(text, /\bsql\.(raw|identifier)\b|\.unsafe\(/g))).toEqual([]);
});

test("addresses are read by urlOf: Node 20 refuses some by URL.canParse", () => {
  const others = product.filter(({ path }) => path !== "lib/url.ts");
  expect(faultsIn(others, ({ text }) => find(text, /\bcanParse\b/g))).toEqual([]);
});

test("the table of rooms in ARCHITECTURE.md has every room, and no other", () => {
  const rooms = readdirSync("lib", { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const rows = readFileSync("ARCHITECTURE.md", "utf8").split("## Rooms")[1]?.split("\n## ")[0] ?? "";
  const named = rows
    .split("\n")
    .filter((row) => row.startsWith("|"))
    .flatMap((row) => [...(row.split("|")[1] ?? "").matchAll(/`([^`]+)`/g)].map((match) => match[1]));
  expect(named.sort()).toEqual(rooms.map(({ name }) => name).sort());
});

test("who belongs to a company is read in SQL text in one place", () => {
  const readers = product.filter(({ text }) => /\b(?:from|join)\s+"?members\b/i.test(text));
  expect(readers.map(({ path }) => path)).toEqual(["db/membership.ts"]);
});

test("how long a day is stands in one place", () => {
  const day = /\b86_?400(?:_?000)?\b|\b24 \* (?:60 \* 60|3_?600)/g;
  expect(
    faultsIn(
      sources.filter(({ path }) => path !== "lib/days.ts"),
      ({ text }) => find(text, day),
    ),
  ).toEqual([]);
});

test("no markup goes past React but structured data, with its < escaped", () => {
  expect(
    faultsIn(product, ({ text }) =>
      find(text, /dangerouslySetInnerHTML|\.(inner|outer)HTML\b|insertAdjacentHTML/g).filter(([index]) => {
        const element = text.slice(text.lastIndexOf("<script", index), text.indexOf("/>", index));
        return !(
          element.includes('type="application/ld+json"') && /replace(All)?\(.*<.*u003c/i.test(element)
        );
      }),
    ),
  ).toEqual([]);
});

/** Where in the text, and what is wrong there. */
type Fault = [index: number, what: string];

function faultsIn(files: Source[], faults: (file: Source) => Fault[]): string[] {
  return files.flatMap((file) =>
    faults(file).map(
      ([index, what]) => `${file.path}:${file.text.slice(0, index).split("\n").length} ${what}`,
    ),
  );
}

const find = (text: string, what: RegExp): Fault[] =>
  [...text.matchAll(what)].map(({ index, 0: found }) => [index, found]);

const textOf = (path: string) => sources.find((source) => source.path === path)?.text ?? "";

/** As many characters on as many lines, so that places stay what they are. */
function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*/gm, (comment) => comment.replace(/\S/g, " "));
}

/** What the function that begins at `index` waits for first, besides its own address. */
function firstAwaited({ text }: Source, index: number): string {
  const body = text.slice(index).replace(/await (params|searchParams)\b/g, "");
  return body.split(/\bawait\b/)[1] ?? "";
}

/** The exports of a file of actions, each up to the next one. */
function actionsOf({ text }: Source) {
  const starts = [
    ...text.matchAll(/^export (?!type\b)(?:default )?(?:async )?(?:const|function|let|\{)?\s*(\w*)/gm),
  ];
  return starts.map(({ index, 1: name = "" }, i) => ({
    index,
    name,
    body: text.slice(index, starts[i + 1]?.index),
  }));
}

/** What a name is called where it comes from. */
const originalName = (text: string, name: string) =>
  new RegExp(`\\b(\\w+) as ${name}\\b`).exec(text)?.[1] ?? name;

const looksLikePath =
  /^(app|bin|db|lib|e2e|public|bench|patches|\.ci)\/\S*$|^[\w.-]+\.(ts|tsx|mjs|cjs|json|md|toml|sql)$/;

/** A path from the root or from beside the document, or a file's bare name; `*` and `<name>` stand for any name, `{a,b}` for each. */
function isThere(cited: string, document: string): boolean {
  const [, before, list, after] = /^(.*?)\{([^}]*)\}(.*)$/.exec(cited) ?? [];
  if (list !== undefined) return list.split(",").every((one) => isThere(`${before}${one}${after}`, document));
  const path = cited.replace(/[:#]\S*$/, "");
  if (existsSync(path) || existsSync(join(dirname(document), path))) return true;
  if (!path.includes("/")) return sources.some((source) => source.path.endsWith(`/${path}`));
  if (!/[*<…]/.test(path)) return false;
  const pattern = path
    .replace(/[.()[\]]/g, "\\$&")
    .replace(/\*\*|…/g, ".+")
    .replace(/<[^>]*>|(?<!\.)\*/g, "[^/]+");
  return sources.some((source) => new RegExp(`^${pattern}`).test(source.path));
}
