import { and, type SQL, sql } from "drizzle-orm";
import { failsNoGate } from "@/lib/matching/queries/gates";
import type { ProfileFacts } from "@/lib/matching/rules/facts";
import { isLive } from "@/lib/postings/queries/live";
import { isHiddenFrom } from "@/lib/profiles/queries/hidden";
import { type SearchCriteria, type SetFilter, searchedFilters } from "../criteria";
import type { Known } from "../filters/filter";
import { type FacetName, filterOf } from "../filters/table";

/** Criteria with what the database had to be asked for. */
export type ReadySearch = Known & {
  criteria: SearchCriteria;
  /** Of the reader: without what this user hid, and without what fails a gate of this profile. */
  reader?: { hiddenFrom?: string; gates?: ProfileFacts };
};

/** The postings that a search finds, as a condition on `postings`; without what it asks by the filters in `except`. */
export const whereOf = (ready: ReadySearch, ...except: readonly FacetName[]): SQL =>
  and(
    isShownTo(ready.reader),
    ...searchedFilters(ready.criteria)
      .filter(({ name }) => !except.some((facet) => facet === name))
      .map((set) => conditionOf(set, ready)),
  ) as SQL;

/** The live postings, without those that the reader does not want to see. */
export const isShownTo = (reader: ReadySearch["reader"]): SQL =>
  and(
    isLive(),
    reader?.hiddenFrom === undefined ? undefined : sql`not ${isHiddenFrom(reader.hiddenFrom)}`,
    reader?.gates && failsNoGate(reader.gates),
  ) as SQL;

/** What one filter asks of `postings`. */
export const conditionOf = (
  { name, value, modifier }: Pick<SetFilter, "name" | "value" | "modifier">,
  known: Known,
): SQL => filterOf(name).sql?.(value, modifier, known) as SQL;
