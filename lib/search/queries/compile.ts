import { and, type SQL, sql } from "drizzle-orm";
import { postings } from "@/db/schema/postings";
import { failsNoGate } from "@/lib/matching/queries/gates";
import type { ProfileFacts } from "@/lib/matching/rules/facts";
import { isLive } from "@/lib/postings/queries/live";
import { present } from "@/lib/present";
import { isHiddenFrom } from "@/lib/profiles/queries/hidden";
import { type SearchCriteria, type SetFilter, searchedFilters } from "../criteria";
import type { Known } from "../filters/filter";
import { type FacetName, filterOf } from "../filters/table";
import type { Hidden } from "./lookups";

/** Criteria with what the database had to be asked for. */
export type ReadySearch = Known & {
  criteria: SearchCriteria;
  reader?: Reader;
};

/** What a search is narrowed to for its reader. */
export type Reader = {
  /** Without what its reader hid. */
  hidden?: Hidden;
  /** Without what fails a gate of this profile. */
  gates?: ProfileFacts;
  /** Only what fails a gate of this profile. */
  failing?: ProfileFacts;
};

/** The postings that a search finds, as a condition on `postings`; without what it asks by the filters in `except`. */
export const whereOf = (ready: ReadySearch, ...except: readonly FacetName[]): SQL =>
  present(
    and(
      isShownTo(ready.reader),
      ...searchedFilters(ready.criteria)
        .filter(({ name }) => !except.some((facet) => facet === name))
        .map((set) => conditionOf(set, ready)),
    ),
  );

/** The live postings, without those that the reader does not want to see. */
export const isShownTo = ({ hidden, gates, failing }: Reader = {}): SQL =>
  present(
    and(
      isLive(),
      hidden &&
        sql`(not ${isHiddenFrom(hidden.from)} or coalesce(${postings.id} = ${hidden.except ?? null}::uuid, false))`,
      gates && failsNoGate(gates),
      failing && sql`not ${failsNoGate(failing)}`,
    ),
  );

/** What one filter asks of `postings`. */
export const conditionOf = (
  { name, value, modifier }: Pick<SetFilter, "name" | "value" | "modifier">,
  known: Known,
): SQL => present(filterOf(name).sql?.(value, modifier, known));
