import type { Columns } from "./columns";
import type { Lists } from "./lists";
import type { Values } from "./values";
import type { Words } from "./words";

/** What a board is made of, for those that read it. */
export type Held = {
  columns: Columns;
  words: Words;
  tags: Lists;
  countries: Lists;
  values: Record<"degreeNeed" | "band" | "workplace" | "employment", Values>;
  live: Uint32Array;
};
