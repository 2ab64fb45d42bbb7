import type { Context } from "hono";
import type { z } from "zod";
import { MatchRequest } from "@/app/api/_parts/schemas";
import { DomainError } from "@/lib/errors";
import { readMatchProfile, readResumeProfile } from "@/lib/matching/queries/profile";
import { publicSheet } from "@/lib/matching/rules/sheet";
import { withoutPageFacts } from "@/lib/postings/shape";
import { parseSearch } from "@/lib/search/criteria";
import { matchPostings, withoutFailing } from "@/lib/search/queries/match";
import { readCriteria } from "@/lib/search/queries/search";
import { readBody } from "./body";
import { invalidBody } from "./errors";

/** Characters of a résumé: it is read word by word, and nobody else is answered meanwhile. */
const longestResume = 150_000;

/** `POST /api/v1/match`: the live postings ranked for a profile, each line explained. Nothing is stored. */
export async function answerMatch(c: Context) {
  const {
    resume,
    filters,
    takeable,
    limit,
    profile: given,
  } = await readBody(c, MatchRequest, { like: '{ "profile": … }' });
  if (resume && JSON.stringify(resume).length > longestResume)
    throw new DomainError(
      "too_large",
      `resume must be at most ${longestResume.toLocaleString("en")} characters.`,
      "resume",
    );
  const profile = resume ? await readResumeProfile(resume) : (given ?? {});
  const { ready: search, faults: filterFaults } = await readFilters(filters);
  // The one place where the hours of overlap can be said; it counts for the gate with and without the filter by zone.
  const { ready, faults } = await readMatchProfile(profile, search.criteria.overlap);
  const issues = [
    ...faults.map(({ path, message }) => custom([resume ? "resume" : "profile", ...path], message)),
    ...filterFaults.map(({ path, message }) => custom(["filters", path], message)),
  ];
  if (issues.length > 0) throw invalidBody(issues);
  const wanted = takeable ? withoutFailing(search, ready) : search;
  const { matches, total } = await matchPostings(wanted, ready, limit);
  return c.json({
    data: matches.map(({ posting, sheet }) => ({
      posting: withoutPageFacts(posting),
      low: sheet.low,
      high: sheet.high,
      rank: sheet.rank,
      lines: publicSheet(sheet).lines,
      gates: sheet.gates,
    })),
    total,
  });
}

const custom = (path: (string | number)[], message: string): z.core.$ZodIssue => ({
  code: "custom",
  input: undefined,
  path,
  message,
});

/** Parameters of a search that are no filters: matches have an order and a length of their own. */
const notFilters = ["sort", "cursor", "limit"];

/** Read by the parser of the search, so that a filter means here what it means there. */
async function readFilters(filters: z.output<typeof MatchRequest>["filters"]) {
  const params = new URLSearchParams();
  for (const [name, given] of Object.entries(filters))
    for (const one of [given].flat()) if (!notFilters.includes(name)) params.append(name, String(one));
  const { criteria, faults, unknown } = await parseSearch(params);
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
