import { type Context, Hono, type MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import { z } from "zod";
import { PostingRequest } from "@/app/api/_parts/company-schemas";
import { noteUseOfKey } from "@/lib/companies/commands/keys";
import type { KeyScope } from "@/lib/companies/lists";
import { findKey, type WorkingKey } from "@/lib/companies/queries/keys";
import { DomainError } from "@/lib/errors";
import { countDeed } from "@/lib/forms/limits";
import { cleanText } from "@/lib/forms/text";
import { putPosting, withdrawPosting } from "@/lib/postings/commands/put";
import { findSentPosting, listSentPostings, type SentPosting } from "@/lib/postings/queries/sent";
import { readBody } from "./body";
import { badRequest, refuseUnknown, tooLarge } from "./errors";
import { countRequest } from "./limit";
import { asKeys, readPosting, refusedInBody } from "./posting-body";

type Env = { Variables: { key: WorkingKey; caller: string } };

/** What programs of a company do with its key. Nothing here is for pages of other sites: a key does not belong into a browser. */
export const company = new Hono<Env>();

/** Whoever has no key that works is counted by their address, and a key by itself, wherever it is used from. */
company.use(async (c, next) => {
  c.header("Cache-Control", "no-store");
  const [, secret] = /^Bearer +([\w-]{1,100})$/i.exec(c.req.header("authorization") ?? "") ?? [];
  const key = secret ? await findKey(secret) : null;
  const works = key && "id" in key ? key : null;
  if (works) c.set("caller", `key ${works.id}`);
  await countRequest(c);
  if (!works) {
    c.header("WWW-Authenticate", 'Bearer realm="Backplane"');
    throw new DomainError("unauthenticated", whyRefused(secret, key));
  }
  c.set("key", works);
  await noteUseOfKey(works.id);
  return next();
});

function whyRefused(secret: string | undefined, key: { stopped: string } | WorkingKey | null): string {
  if (key && "stopped" in key) return key.stopped;
  if (secret) return "There is no such key. Owners of a company create keys at /employer/keys.";
  return "This address needs a key of your company: send it as “Authorization: Bearer …”.";
}

const needs =
  (scope: KeyScope): MiddlewareHandler<Env> =>
  async (c, next) => {
    if (!c.get("key").scopes.includes(scope))
      throw new DomainError("forbidden", `This key may not do that: it was created without ${scope}.`);
    return next();
  };

const ListQuery = z.object({
  cursor: z.string().max(200, "cursor must be at most 200 characters.").optional(),
  limit: z.coerce
    .number("limit must be a number.")
    .int("limit must be a whole number.")
    .min(1, "limit must be at least 1.")
    .max(100, "limit must be at most 100.")
    .default(20),
});

company.get("/postings", needs("postings:read"), async (c) => {
  refuseUnknown(c, ["cursor", "limit"]);
  const query = ListQuery.safeParse(c.req.query());
  if (!query.success)
    throw badRequest(query.error.issues.map(({ path, message }) => ({ path: path.join("."), message })));
  const { actor, companyId } = c.get("key");
  const { cursor: after, limit } = query.data;
  const { postings, next } = await listSentPostings(actor, companyId, { after, limit });
  return c.json({ data: postings.map(answerOf), next });
});

company.get("/postings/:externalId", needs("postings:read"), async (c) => {
  refuseUnknown(c, []);
  const { actor, ...sent } = sentBy(c);
  const posting = await findSentPosting(actor, sent);
  if (!posting) throw new DomainError("not_found", "Your company has sent no posting with this external id.");
  return c.json({ data: answerOf(posting) });
});

/** Bytes: a posting at its longest, each of its characters escaped. */
const largestBody = 400_000;

company.put(
  "/postings/:externalId",
  needs("postings:write"),
  bodyLimit({ maxSize: largestBody, onError: tooLarge }),
  async (c) => {
    refuseUnknown(c, []);
    const { actor, ...sent } = sentBy(c);
    const body = await readBody(c, PostingRequest, { like: '{ "title": … }' });
    const { posting, isNew, isChanged } = await refusedInBody(body, () =>
      // A posting that is sent again takes nobody's time.
      countDeed("posting", { actor, address: null }, () => putPosting(actor, sent, readPosting(body)), {
        uses: ({ isNew }) => (isNew ? 1 : 0),
      }),
    );
    return c.json({ data: answerOf(posting), changed: isChanged }, isNew ? 201 : 200);
  },
);

company.delete("/postings/:externalId", needs("postings:write"), async (c) => {
  refuseUnknown(c, []);
  const { actor, ...sent } = sentBy(c);
  const { posting, isChanged } = await withdrawPosting(actor, sent);
  return c.json({ data: posting && answerOf(posting), changed: isChanged });
});

for (const [path, methods] of [
  ["/postings", "GET, HEAD"],
  ["/postings/:externalId", "GET, HEAD, PUT, DELETE"],
] as const)
  company.all(path, (c) => {
    c.header("Allow", methods);
    throw new DomainError("method_not_allowed", `Use one of these methods for this address: ${methods}.`);
  });

const longestId = 200;

/** Who the key acts for, and the posting that the address names. */
function sentBy(c: Context<Env>) {
  const externalId = cleanText(c.req.param("externalId") ?? "")?.trim();
  if (!externalId || externalId.length > longestId)
    throw badRequest([
      { path: "externalId", message: `The external id must have 1 to ${longestId} characters.` },
    ]);
  const { actor, companyId } = c.get("key");
  return { actor, companyId, externalId };
}

const answerOf = (posting: SentPosting) => ({
  ...posting,
  missing: asKeys(posting.missing),
  reasons: asKeys(posting.reasons),
});
