import type { ImportFile, ImportFormat, ImportResult } from "./input";
import { parseImport } from "./parse";

/** What a file gives, all of it. For tests. */
export async function results(content: ImportFile["content"], name = "advert.md", format?: ImportFormat) {
  const read: ImportResult[] = [];
  for await (const result of parseImport({ name, content }, format)) read.push(result);
  return read;
}

/** The postings of a file that has no other entries. */
export const postings = async (content: ImportFile["content"], name?: string) =>
  (await results(content, name)).map((result) => {
    if (!result.ok) throw new Error(`${result.at}: ${result.reason}`);
    return result.posting;
  });

/** The one posting of a file. */
export const only = async (content: ImportFile["content"], name?: string) => {
  const [posting, ...more] = await postings(content, name);
  if (!posting || more.length > 0) throw new Error(`${more.length + 1} postings`);
  return posting;
};
