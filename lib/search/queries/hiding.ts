import { and, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { postings } from "@/db/schema/postings";
import {
  activeFilters,
  repeatOf,
  type SetFilter,
  searchedBy,
  searchedFilters,
  setFilters,
} from "../criteria";
import { conditionOf, isShownTo, type ReadySearch } from "./compile";

/** The filters in force, value by value, that would hide the posting from this search: those that it does not answer by itself. */
export async function listHidingFilters(
  ready: ReadySearch,
  postingId: string,
): Promise<ReturnType<typeof activeFilters>> {
  const filters = activeFilters(ready.criteria);
  if (filters.length === 0) return [];
  // Of "any of these" one that it has is enough, so all of them stand or fall together.
  const searched = searchedFilters(ready.criteria);
  const conditions = setFilters(ready.criteria).flatMap(({ name, values }) => {
    const whole = searched.find((one) => one.name === searchedBy(name)) as SetFilter;
    return values.map((value) =>
      conditionOf(repeatOf(whole) === "all" ? { ...whole, value: [value] } : whole, ready),
    );
  });
  const answers = sql.join(
    conditions.map((condition) => and(isShownTo(ready.reader), condition)),
    sql`, `,
  );
  // Written out: among the columns of a select from one table the library leaves out its name, and the conditions ask of others too.
  const [row] = await db().execute<{ answers: boolean[] }>(
    sql`select array[${answers}] as answers from ${postings} where ${postings.id} = ${postingId}`,
  );
  return filters.filter((_, at) => row?.answers[at] === false);
}
