import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { z } from "zod";

/*
 * A schema makes an issue for each element of an array, and a form can name an element far beyond those that it sends. So an array
 * without a longest length lets a small request take all of the process's memory.
 */

const files = ["lib", "app/api"]
  .flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" }).map((path) => `${folder}/${path}`),
  )
  .filter(
    (path) =>
      /(?<!\.test|\.prove)\.ts$/.test(path) && readFileSync(path, "utf8").includes('import { z } from "zod"'),
  );
const modules = await Promise.all(
  files.map(async (path) => ({ path, exported: Object.entries(await import(`@/${path}`)) })),
);
/** The API's other schemas describe its answers. */
const readsRequests = (path: string, name: string) => path.startsWith("lib/") || name.endsWith("Request");
const schemas = modules.flatMap(({ path, exported }) =>
  exported.flatMap(([name, value]) =>
    value instanceof z.ZodType && readsRequests(path, name)
      ? [{ name: `${path} ${name}`, schema: value }]
      : [],
  ),
);

test("every array that a request can fill has a longest length", () => {
  expect(schemas.length).toBeGreaterThan(25);
  expect(
    schemas.flatMap(({ name, schema }) => uncapped(schema, "array").map((path) => `${name}${path}`)),
  ).toEqual([]);
});

test("the walk sees an array without one, wherever it is", () => {
  const hidden = z.strictObject({
    a: z.array(z.string()).default([]),
    b: z.union([z.string(), z.array(z.string()).max(3)]),
    c: z.record(z.string(), z.object({ d: z.array(z.string()).optional() })),
    e: z.preprocess((given) => given, z.array(z.string())),
  });
  expect(uncapped(hidden, "array")).toEqual([".a", ".c.*.d", ".e"]);
});

/** The paths of the arrays without a longest length. */
function uncapped(schema: unknown, type: string, path = "", seen = new Set<unknown>()): string[] {
  if (!(schema instanceof z.ZodType) || seen.has(schema)) return [];
  seen.add(schema);
  const { def } = schema._zod;
  const own =
    def.type === type && !(def.checks ?? []).some((check) => check._zod.def.check === "max_length")
      ? [path]
      : [];
  const inner = Object.entries(def).flatMap(([key, value]) => {
    if (key === "shape")
      return Object.entries(value as object).flatMap(([name, one]) =>
        uncapped(one, type, `${path}.${name}`, seen),
      );
    const at = key === "valueType" ? `${path}.*` : path;
    return [value].flat().flatMap((one) => uncapped(one, type, at, seen));
  });
  return [...own, ...inner];
}
