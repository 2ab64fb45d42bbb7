import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { postings } from "@/db/schema/postings";
import { activeFilters, type SearchCriteria } from "../criteria";
import { matching, type ReadySearch } from "./compile";

/** The filters in force, value by value, that would hide the posting from this search: those that it does not answer by itself. */
export async function listHidingFilters(
  ready: ReadySearch,
  postingId: string,
): Promise<{ name: string; value: string; rest: SearchCriteria }[]> {
  const filters = activeFilters(ready.criteria);
  if (filters.length === 0) return [];
  const answers = sql.join(
    filters.map(({ name, value }) => matching({ ...ready, criteria: alone(ready.criteria, name, value) })),
    sql`, `,
  );
  // Written out: among the columns of a select from one table the library leaves out its name, and the conditions ask of others too.
  const [row] = await db().execute<{ answers: boolean[] }>(
    sql`select array[${answers}] as answers from ${postings} where ${postings.id} = ${postingId}`,
  );
  return filters.filter((_, at) => row?.answers[at] === false);
}

/** The criteria with this one value of this one filter, and what says how it is meant (its currency, radius, overlap). */
function alone(criteria: SearchCriteria, name: string, value: string): SearchCriteria {
  const none = Object.fromEntries(
    Object.entries(criteria).map(([key, now]) => [
      key,
      meanings.has(key) ? now : Array.isArray(now) ? [] : undefined,
    ]),
  );
  const own = criteria[name as keyof SearchCriteria];
  // Of "any of these" one that it has is enough, so all of them stand or fall together.
  const isTogether =
    Array.isArray(own) && (anyOf.has(name) || (name === "skill" && criteria.skillMode === "any"));
  return { ...none, [name]: Array.isArray(own) && !isTogether ? [value] : own } as SearchCriteria;
}

const meanings = new Set(["currency", "radius", "overlap", "skillMode"]);
const anyOf = new Set(["band", "workplace", "employment", "company", "country"]);
