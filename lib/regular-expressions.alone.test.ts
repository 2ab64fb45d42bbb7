import { readdirSync, readFileSync } from "node:fs";
import { parseSync } from "@swc/core";
import { expect, it } from "vitest";

/*
 * No regular expression takes exponential time. Each one of the product is run on texts that are made for it: what comes before one of its loops,
 * then what the loop repeats, more and more often, then something that fits nowhere. Where the time doubles with each repetition, a text of forty
 * characters holds the process for minutes.
 */

const roots = ["app", "bin", "db", "lib"];
const sources = [
  "proxy.ts",
  ...roots.flatMap((root) =>
    readdirSync(root, { recursive: true, encoding: "utf8" })
      .filter((path) => /\.tsx?$/.test(path) && !/\.(?:test|prove)\.tsx?$/.test(path))
      .map((path) => `${root}/${path}`),
  ),
].map((path) => ({ path, text: readFileSync(path, "utf8") }));

/** A regular expression of the product, and a file that has it. */
type Found = { source: string; flags: string; path: string };

/** Those that are written out. */
function* literalsIn(): Generator<Found> {
  for (const { path, text } of sources) {
    if (!/[=(,:[!&|?>]\s*\/|\breturn \/|^\s*\//m.test(text)) continue;
    const left: unknown[] = [parseSync(text, { syntax: "typescript", tsx: path.endsWith("x") })];
    while (left.length > 0) {
      const node = left.pop();
      if (typeof node !== "object" || node === null) continue;
      if ("type" in node && node.type === "RegExpLiteral" && "pattern" in node && "flags" in node)
        yield { source: String(node.pattern), flags: String(node.flags), path };
      left.push(...Object.values(node));
    }
  }
}

/** Those that modules put together from words when they are loaded. */
async function builtOnLoading(): Promise<Found[]> {
  const built: Found[] = [];
  const Original = globalThis.RegExp;
  let loading = "";
  globalThis.RegExp = new Proxy(Original, {
    construct(target, given, as) {
      const made: RegExp = Reflect.construct(target, given, as);
      built.push({ source: made.source, flags: made.flags, path: loading });
      return made;
    },
  });
  try {
    for (const { path, text } of sources)
      if (path.startsWith("lib/") && /new RegExp\(/.test(text)) {
        loading = path;
        await import(/* @vite-ignore */ `@/${path.replace(/\.tsx?$/, "")}`);
      }
  } finally {
    globalThis.RegExp = Original;
  }
  return built.filter(({ path }) => path);
}

/** A loop of an expression: what leads to it, and what it could repeat. */
type Loop = { before: string; repeats: Set<string> };

/** The loops of an expression. It reads as much of the syntax as it takes to write texts that fit: an expression may still refuse them. */
function loopsOf(source: string): Loop[] {
  const loops: Loop[] = [];
  let at = 0;
  const has = (text: string) => source.startsWith(text, at);
  const take = (pattern: RegExp) => {
    const found = new RegExp(pattern.source, "y");
    found.lastIndex = at;
    const [text] = found.exec(source) ?? [];
    if (text !== undefined) at += text.length;
    return text;
  };

  /** What fits one part of the expression, each thing once; the first leads on. */
  function alternatives(before: string): string[] {
    const all: string[] = [];
    for (;;) {
      all.push(...sequence(before));
      if (!has("|")) return [...new Set(all)];
      at++;
    }
  }

  /** The first thing that fits, and what each of its parts could be instead. */
  function sequence(before: string): string[] {
    let whole = "";
    const single = new Set<string>();
    while (at < source.length && !has("|") && !has(")")) {
      const fits = atom(before + whole);
      const repeated = take(/[*+]|\{\d+,(?:\d{2,})?\}|\{\d{2,}\}/);
      if (!repeated) take(/\?|\{\d+(?:,\d)?\}/);
      take(/\?/);
      if (repeated) loops.push({ before: before + whole, repeats: new Set(fits.filter(Boolean)) });
      for (const one of fits) single.add(one);
      whole += fits[0] ?? "";
    }
    const parts = [...single].filter(Boolean);
    return [whole, ...parts, ...parts.slice(1).map((part, i) => `${parts[i]}${part}`)];
  }

  function atom(before: string): string[] {
    if (take(/[\^$]|\\[bB]/)) return [""];
    if (has("(")) {
      const opening = take(/\((?:\?(?::|<?[=!]|<\w+>))?/) ?? "";
      const inside = alternatives(before);
      at++;
      return /[=!]$/.test(opening) ? [""] : inside;
    }
    if (has("[")) return setOf(take(/\[(?:[^\]\\]|\\.)*\]/) ?? "");
    const one = take(/\\(?:[pP]\{[^}]*\}|u\{[^}]*\}|u[\da-fA-F]{4}|x[\da-fA-F]{2}|k<\w+>|.)|[\s\S]/u) ?? "";
    return meaningOf(one);
  }

  alternatives("");
  return loops;
}

const classes: Record<string, string[]> = {
  ".": ["a", "1", " "],
  "\\d": ["1"],
  "\\D": ["a", " "],
  "\\w": ["a", "1"],
  "\\W": [" ", "-"],
  "\\s": [" ", "\n"],
  "\\S": ["a", "1", "-"],
  "\\n": ["\n"],
  "\\r": ["\r"],
  "\\t": ["\t"],
  "\\0": ["\0"],
};

/** Characters that one sign of an expression stands for. */
function meaningOf(one: string): string[] {
  if (Object.hasOwn(classes, one)) return classes[one] ?? [];
  const code = /^\\(?:u\{?|x)([\da-fA-F]+)\}?$/.exec(one)?.[1];
  if (code) return [String.fromCodePoint(Number.parseInt(code, 16))];
  if (/^\\[pP]/.test(one)) return /Lu/.test(one) ? ["A"] : /\{N/.test(one) ? ["1"] : ["a", "é"];
  return /^\\k/.test(one) ? [""] : [one.replace(/^\\/, "")];
}

/** Characters that a set of an expression holds. */
function setOf(set: string): string[] {
  const isIn = new RegExp(set, "u").test.bind(new RegExp(set, "u"));
  const named = [...set].filter((sign) => isIn(sign));
  return [...new Set(["a", "A", "1", " ", "-", ".", ",", "\n", "é", ...named])].filter(isIn).slice(0, 6);
}

/** Milliseconds that the expression takes for a text: the least of three times, where the first is long. */
function timeOf(expression: RegExp, text: string): number {
  const once = () => {
    expression.lastIndex = 0;
    const begun = performance.now();
    expression.test(text);
    return performance.now() - begun;
  };
  const first = once();
  return first < longest ? first : Math.min(first, once(), once());
}

/** A text of a hundred characters takes a thousandth of this. */
const longest = 40;

/** A text that takes an expression too long; undefined where there is none. */
function hostileTo({ source, flags }: Pick<Found, "source" | "flags">): string | undefined {
  const expression = new RegExp(source, flags);
  // Small steps: the first text that takes too long is not yet one that takes for ever.
  for (const { before, repeats } of loopsOf(source))
    for (const repeated of repeats)
      for (const end of ["\0", "\n!"])
        for (let times = 8; times <= 44; times += 4) {
          const text = before + repeated.repeat(times) + end;
          if (timeOf(expression, text) >= longest) return text;
        }
  return undefined;
}

it.each([
  /^(a+)+$/,
  /^(?:a|a)*$/,
  /^(?:\s|\w+\s?)+$/,
  /name: (?:[a-z]+,? ?)+;/i,
  /^(?:\p{L}+[ -]?)*\d$/u,
  /<(?:[^>"]|"[^"]*"|[^>])*>x/,
  /^([a-zA-Z0-9])(([-.]|[_]+)?([a-zA-Z0-9]+))*(@){1}[a-z0-9]+$/,
])("%s would be found", (expression) => {
  expect(hostileTo(expression)).toBeDefined();
});

it("none takes exponential time", async () => {
  const found = new Map<string, Found>();
  for (const one of [...literalsIn(), ...(await builtOnLoading())])
    found.set(`/${one.source}/${one.flags}`, one);
  // Of what is written out and of what is put together, each is there.
  expect([...found.values()].some(({ path }) => path === "lib/slug.ts")).toBe(true);
  expect([...found.values()].some(({ path }) => path === "lib/reading/resume/dates.ts")).toBe(true);
  expect(found.size).toBeGreaterThan(700);
  const slow = [...found].flatMap(([words, one]) => {
    const text = hostileTo(one);
    return text === undefined ? [] : [{ words, path: one.path, text }];
  });
  expect(slow).toEqual([]);
});
