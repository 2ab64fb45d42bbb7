import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { z } from "zod";
import { receiptKey } from "@/lib/applications/receipt";
import { asRefusal, DomainError, errorStatus, type FieldFault } from "@/lib/errors";
import { countRefusal } from "@/lib/forms/refusals";
import { logger } from "@/lib/log";
import { safeMarkdown } from "@/lib/postings/markup";
import { findPostingById } from "@/lib/postings/queries/public";
import { findPostingStatusById } from "@/lib/postings/queries/status";
import { withoutPageFacts } from "@/lib/postings/shape";
import { parseSearch } from "@/lib/search/criteria";
import { readCriteria, search } from "@/lib/search/queries/search";
import { listCountedResponsibilities, listCountedSkills } from "@/lib/search/queries/tags";
import { openToEveryOrigin } from "../../_parts/cors";
import { company } from "./company";
import { badRequest, refuse, refuseUnknown, tooLarge } from "./errors";
import { limitRequests } from "./limit";
import { answerMatch } from "./match";
import { answerTag } from "./tag";

/** The API: reads no cookie, and needs a key only for what belongs to a company. One shape of error, `{ error: { code, message, fields } }`. */
export const api = new Hono().basePath("/api/v1");

// First, since what follows is for everybody.
api.route("/company", company);

api.use(openToEveryOrigin);
api.use(limitRequests);

api.get("/postings", async (c) => {
  const { criteria, paging, faults, unknown } = await parseSearch(new URL(c.req.url).searchParams);
  const { ready, faults: names, labels } = await readCriteria(criteria);
  refuse([
    ...faults,
    ...names,
    ...unknown.map((path) => ({ path, message: `There is no parameter ${path}.` })),
    ...(criteria.sort === "match" ? [noMatchOrder] : []),
  ]);
  const answer = await search(ready, paging, labels);
  if (!answer) throw badRequest([{ path: "cursor", message: "This cursor does not belong to this search." }]);
  if (answer.age > 0) c.header("Age", String(answer.age));
  return c.json({
    data: answer.postings.map(withoutPageFacts),
    total: answer.total,
    facets: answer.facets,
    filters: answer.filters.map(({ name, value, without }) => ({ name, value, without })),
    next: answer.next,
  });
});

/** The API knows nobody: it reads no cookie. */
const noMatchOrder = {
  path: "sort",
  message:
    "sort=match works only on the site for signed-in users. To rank postings here, POST a profile to /api/v1/match.",
};

api.get("/postings/:id", async (c) => {
  refuseUnknown(c, []);
  const id = z.uuid().safeParse(c.req.param("id"));
  if (!id.success) throw new DomainError("not_found", "This posting does not exist.");
  const posting = await findPostingById(id.data);
  if (posting) return c.json({ data: { ...posting, description: safeMarkdown(posting.description) } });
  if ((await findPostingStatusById(id.data)) === 410)
    throw new DomainError("gone", "This posting is no longer open.");
  throw new DomainError("not_found", "This posting does not exist.");
});

api.get("/receipts/key", (c) => {
  refuseUnknown(c, []);
  return c.body(receiptKey(), 200, { "Content-Type": "application/x-pem-file" });
});

const ListQuery = z.object({
  q: z.string().max(100, "q must be at most 100 characters.").optional(),
  limit: z.coerce
    .number("limit must be a number.")
    .int("limit must be a whole number.")
    .min(1, "limit must be at least 1.")
    .max(1000, "limit must be at most 1000.")
    .optional(),
});

api.get("/skills", async (c) => c.json({ data: await listCountedSkills(readList(c)) }));

api.get("/responsibilities", async (c) => c.json({ data: await listCountedResponsibilities(readList(c)) }));

/** Bytes: a text at its longest, each of its characters escaped. */
const largestBody = 700_000;
for (const [path, answer] of [
  ["/tag", answerTag],
  ["/match", answerMatch],
] as const) {
  api.post(path, bodyLimit({ maxSize: largestBody, onError: tooLarge }), answer);
  api.all(path, (c) => {
    c.header("Allow", "POST");
    throw new DomainError("method_not_allowed", "Use POST for this address.");
  });
}

for (const path of ["/postings", "/postings/:id", "/skills", "/responsibilities", "/receipts/key"])
  api.all(path, (c) => {
    c.header("Allow", "GET, HEAD");
    throw new DomainError("method_not_allowed", "Use GET for this address.");
  });

api.notFound((c) => c.json(shape("not_found", "This address does not exist in the API."), 404));

api.onError((error, c) => {
  const refusal = asRefusal(error);
  if (!refusal) {
    logger.error({ err: error, path: c.req.path }, "api request failed");
    return c.json(shape("internal", "Something went wrong on our side."), 500);
  }
  const { code, message, fields } = refusal;
  countRefusal(code);
  if (errorStatus[code] === 503) c.header("Retry-After", "2");
  return c.json(shape(code, message, fields), errorStatus[code]);
});

const shape = (code: string, message: string, fields: readonly FieldFault[] = []) => ({
  error: { code, message, fields },
});

function readList(c: Context) {
  refuseUnknown(c, ["q", "limit"]);
  const parsed = ListQuery.safeParse(c.req.query());
  if (!parsed.success)
    throw badRequest(parsed.error.issues.map(({ path, message }) => ({ path: path.join("."), message })));
  return parsed.data;
}
