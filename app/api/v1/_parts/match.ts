import type { Context } from "hono";
import { z } from "zod";
import { DomainError } from "@/lib/errors";
import { MatchProfile } from "@/lib/matching/input";
import { readMatchProfile } from "@/lib/matching/queries/profile";
import { parseSearch } from "@/lib/search/criteria";
import { matchPostings } from "@/lib/search/queries/match";
import { readCriteria } from "@/lib/search/queries/search";
import { InvalidBody } from "./errors";

const value = z.union([z.string(), z.number()], "must be a text, a number or a list of these.");

const Body = z.strictObject(
  {
    profile: MatchProfile,
    filters: z
      .record(
        z.string(),
        z.union([value, z.array(value).max(100)], "must be a text, a number or a list of these."),
      )
      .default({}),
    limit: z
      .int("limit must be a whole number.")
      .min(1, "limit must be at least 1.")
      .max(100, "limit must be at most 100.")
      .default(20),
  },
  "The body must be an object with a profile.",
);

/** `POST /api/v1/match`: the live postings ranked for a profile, each line explained. Nothing is kept. */
export async function answerMatch(c: Context) {
  const body: unknown = await c.req.json().catch(() => {
    throw new DomainError("bad_request", 'The body must be JSON: { "profile": … }.');
  });
  const parsed = Body.safeParse(body);
  if (!parsed.success) throw new InvalidBody(parsed.error.issues);
  const { profile, filters, limit } = parsed.data;
  const { ready: search, faults: filterFaults } = await readFilters(filters);
  // The one place where the hours of overlap can be said; it counts for the gate with and without the filter by zone.
  const { ready, faults } = await readMatchProfile(profile, search.criteria.overlap);
  const issues = [
    ...faults.map(({ path, message }) => ({ path: ["profile", ...path], message })),
    ...filterFaults.map(({ path, message }) => ({ path: ["filters", path], message })),
  ];
  if (issues.length > 0)
    throw new InvalidBody(issues.map((issue) => ({ code: "custom", input: undefined, ...issue })));
  const { matches, total } = await matchPostings(search, ready, limit);
  return c.json({
    data: matches.map(({ posting: { claimed: _, externalUrl: __, companyId: ___, ...posting }, sheet }) => ({
      posting,
      low: sheet.low,
      high: sheet.high,
      rank: sheet.rank,
      lines: sheet.lines,
      gates: sheet.gates,
    })),
    total,
  });
}

/** Parameters of a search that are no filters: matches have an order and a length of their own. */
const notFilters = ["sort", "cursor", "limit"];

/** Read by the parser of the search, so that a filter means here what it means there. */
async function readFilters(filters: z.output<typeof Body>["filters"]) {
  const params = new URLSearchParams();
  for (const [name, given] of Object.entries(filters))
    for (const one of [given].flat()) if (!notFilters.includes(name)) params.append(name, String(one));
  const { criteria, faults, unknown } = parseSearch(params);
  const { ready, faults: names } = await readCriteria(criteria);
  const strange = [...unknown, ...Object.keys(filters).filter((name) => notFilters.includes(name))];
  return {
    ready,
    faults: [
      ...faults,
      ...names,
      ...strange.map((path) => ({ path, message: `There is no filter ${path}.` })),
    ],
  };
}
