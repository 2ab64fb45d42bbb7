// The process that does for the site what would keep its one thread from everyone else; see child.ts. It is started from the project's
// root, reads TypeScript like every command, and has none of the site's secrets.
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { register } from "tsx/esm/api";

register();

const warm = new Set();

process.on("message", async ({ module, name, args, taxonomy }) => {
  globalThis.backplaneTaxonomy = taxonomy;
  const { [name]: work, warmUp } = await import(pathToFileURL(join(process.cwd(), module)).href);
  if (!warm.has(module)) warmUp?.();
  warm.add(module);
  process.send({ isReady: true });
  process.send({ result: await work(...args) });
});
// Without its parent it has nobody to work for.
process.on("disconnect", () => process.exit());
