import { z } from "zod";
import { textPerMinute } from "@/lib/forms/limits";
import { MatchProfile } from "@/lib/matching/input";
import { JsonResume } from "@/lib/profiles/json-resume/schema";
import { parameterNames, SearchParameters } from "@/lib/search/criteria";
import { filterList } from "@/lib/search/filters/table";
import { companyOperations } from "./company-operations";
import * as companySchemas from "./company-schemas";
import { examples } from "./examples";
import type { Operation } from "./operation";
import * as schemas from "./schemas";
import {
  Matches,
  MatchRequest,
  OnePosting,
  PostingList,
  ReceiptKey,
  ResponsibilityList,
  SkillList,
  TagRequest,
  Tags,
} from "./schemas";
import { WebhookBody, webhookOperations } from "./webhooks";

/** What each parameter of the search means: those of the filters from their table. */
const meanings: Record<string, string> = {
  ...Object.fromEntries(
    filterList.flatMap(([name, { about, modifier }]) => [
      [name, about],
      ...(modifier ? [[modifier.name, modifier.about] as const] : []),
    ]),
  ),
  sort: "`relevance` is the default with `q`, otherwise `newest`. `match` works only on the site for signed-in users; here it answers 400.",
  cursor: "The `next` value of the previous page. It is valid only for the same search.",
  limit: "Postings per page.",
};

/** The parts of the document by their names: those of answers, and those of what is sent. */
const { PostingRequest } = companySchemas;
const answers = registryOf({ ...schemas, ...companySchemas, WebhookBody }, [
  MatchRequest,
  TagRequest,
  PostingRequest,
]);
const requests = registryOf({ MatchRequest, TagRequest, PostingRequest, MatchProfile, JsonResume });

function registryOf(named: Record<string, z.ZodType>, except: z.ZodType[] = []) {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(named))
    if (!except.includes(schema)) registry.add(schema, { id });
  return registry;
}

const refOf = (id: string) => `#/components/schemas/${id}`;
const componentsOf = (registry: typeof answers, io: "input" | "output") =>
  Object.fromEntries(
    Object.entries(z.toJSONSchema(registry, { uri: refOf, io, unrepresentable: "any" }).schemas).map(
      ([name, { $schema: _, $id: __, ...schema }]) => [name, schema],
    ),
  );
const refTo = (schema: z.ZodType) => ({
  $ref: refOf((answers.get(schema) ?? requests.get(schema))?.id ?? ""),
});

const searchSchema = z.toJSONSchema(SearchParameters, { io: "input", unrepresentable: "any" })
  .properties as Record<string, unknown>;
const searchParameters: Operation["parameters"] = parameterNames.map((name) => ({
  name,
  in: "query",
  description: meanings[name] ?? "",
  schema: searchSchema[name],
}));
const listParameters: Operation["parameters"] = [
  { name: "q", in: "query", description: "Part of a name.", schema: { type: "string", maxLength: 100 } },
  {
    name: "limit",
    in: "query",
    description: "The maximum number of results. Without it, all of them.",
    schema: { type: "integer", minimum: 1, maximum: 1000 },
  },
];
const always = {
  429: "More requests than allowed in a minute.",
  503: "The service is busy. Try again in a moment.",
};
const reading = {
  429: `More requests than allowed in a minute, or more than ${textPerMinute.toLocaleString("en")} characters of bodies in a minute.`,
};
const badAddress = { 400: "A parameter is unknown or has an invalid value. The error names each one." };

/** The API, operation by operation. */
export const operations: readonly Operation[] = [
  {
    id: "searchPostings",
    method: "get",
    path: "/api/v1/postings",
    summary:
      "Search live postings, with the exact total, counts for each facet, and the total without each filter",
    parameters: searchParameters,
    answer: PostingList,
    example: { path: "?skill=go&workplace=remote&limit=20", answer: examples.postings },
    refusals: badAddress,
  },
  {
    id: "getPosting",
    method: "get",
    path: "/api/v1/postings/{id}",
    summary: "One live posting with its description",
    parameters: [
      {
        name: "id",
        in: "path",
        required: true,
        description: "The id of the posting.",
        schema: { type: "string", format: "uuid" },
      },
    ],
    answer: OnePosting,
    example: { path: "/3f0c1a52-7c1d-4a44-9a3e-2b8f5d0c9e11", answer: examples.posting },
    refusals: {
      400: "A parameter is unknown: this address takes none.",
      404: "The posting does not exist.",
      410: "The posting is no longer open.",
    },
  },
  {
    id: "listSkills",
    method: "get",
    path: "/api/v1/skills",
    summary:
      "The taxonomy of skills, each with the number of live postings that have it or a skill that implies it",
    parameters: listParameters,
    answer: SkillList,
    example: { path: "?q=go", answer: examples.skills },
    refusals: badAddress,
  },
  {
    id: "listResponsibilities",
    method: "get",
    path: "/api/v1/responsibilities",
    summary: "The published list of 25 responsibilities",
    parameters: listParameters,
    answer: ResponsibilityList,
    example: { path: "", answer: examples.responsibilities },
    refusals: badAddress,
  },
  {
    id: "tagText",
    method: "post",
    path: "/api/v1/tag",
    summary: "The tags of a text, each with the places in the text that prove it. Nothing is stored",
    parameters: [],
    body: TagRequest,
    answer: Tags,
    example: { path: "", body: examples.tagRequest, answer: examples.tags },
    refusals: {
      400: "The body is not JSON.",
      413: "The text is too long.",
      422: "The body is invalid. The error names each field.",
      ...reading,
    },
  },
  {
    id: "matchPostings",
    method: "post",
    path: "/api/v1/match",
    summary:
      "Live postings ranked for a profile or a résumé, each requirement with its state and the reason. `takeable: true` leaves out postings that fail a gate. Nothing is stored",
    parameters: [],
    body: MatchRequest,
    answer: Matches,
    example: { path: "", body: examples.matchRequest, answer: examples.matches },
    refusals: {
      400: "The body is not JSON.",
      413: "The body is too large.",
      422: "The body is invalid. The error names each field.",
      ...reading,
    },
  },
  {
    id: "getReceiptKey",
    method: "get",
    path: "/api/v1/receipts/key",
    summary: "The public key that receipts of applications are signed with (Ed25519), as PEM",
    parameters: [],
    answer: ReceiptKey,
    media: "application/x-pem-file",
    example: { path: "", answer: examples.receiptKey },
    refusals: { 400: "A parameter is unknown: this address takes none." },
  },
  ...companyOperations,
];

/** A request of an operation that can be copied into a shell. */
export function curlOf({ method, path, scope, example }: Operation, home: string): string {
  const address = `${home}${path.replace(/\/\{\w+\}/, "")}${example.path}`;
  return [
    `curl '${address}'`,
    ...(method === "put" || method === "delete" ? [`-X ${method.toUpperCase()}`] : []),
    ...(scope ? ["-H 'Authorization: Bearer bpk_…'"] : []),
    ...(example.body ? ["-H 'Content-Type: application/json'", `-d '${JSON.stringify(example.body)}'`] : []),
  ].join(" \\\n  ");
}

const header = (description: string, schema: unknown = { type: "string" }) => ({ description, schema });
const headers = {
  RateLimit: header(
    'Requests left in this minute (`r`) and seconds until it ends (`t`): `"minute";r=299;t=60`.',
  ),
  "RateLimit-Policy": header(
    "Requests that each network address, or each key, may send (`q`) in so many seconds (`w`).",
  ),
  "Retry-After": header("Seconds after which a request may succeed.", { type: "integer" }),
  ETag: header("The version of the answer. Send it as `If-None-Match` to get 304 while nothing has changed."),
  Age: header("Seconds that the answer may be behind. Absent for an answer that is up to date.", {
    type: "integer",
  }),
};
const withHeaders = (...names: (keyof typeof headers)[]) => ({
  headers: Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }])),
});
const json = (schema: unknown, example?: unknown, media = "application/json") => ({
  content: { [media]: { schema, ...(example !== undefined && { example }) } },
});

function responsesOf({ method, answer, media, scope, creates, example, refusals }: Operation) {
  // What belongs to a company is never stored on the way.
  const isRead = method === "get" && !scope;
  const told = Object.entries({ ...always, ...refusals }).map(([status, description]) => [
    status,
    {
      description,
      ...withHeaders(...(status === "429" || status === "503" ? (["Retry-After"] as const) : [])),
      ...json(refTo(schemas.ApiError), status === "400" && method === "get" ? examples.error : undefined),
    },
  ]);
  const success = {
    ...withHeaders("RateLimit", "RateLimit-Policy", ...(isRead ? (["ETag", "Age"] as const) : [])),
    ...json(refTo(answer), example.answer, media),
  };
  return {
    200: { description: creates ? "It was there: changed, or as it was." : "Success.", ...success },
    ...(creates && { 201: { description: "Created.", ...success } }),
    ...(isRead && {
      304: {
        description: "Nothing has changed since the version in `If-None-Match`.",
        ...withHeaders("ETag"),
      },
    }),
    ...Object.fromEntries(told),
  };
}

/** The OpenAPI 3.1 document of the API at `home`. */
export function apiDocument(home: string) {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const operation of operations) {
    const { id, method, path, summary, parameters, body, scope, example } = operation;
    paths[path] = {
      ...paths[path],
      [method]: {
        operationId: id,
        summary,
        parameters,
        ...(scope && { security: [{ companyKey: [] }], description: `Needs a key with \`${scope}\`.` }),
        ...(body && { requestBody: { required: true, ...json(refTo(body), example.body) } }),
        responses: responsesOf(operation),
      },
    };
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "Backplane",
      version: "1",
      description:
        "The API of Backplane, the job board for backend developers. Reading what is public needs no key or account, and pages of any site may do it. Companies post with a key. The API reads no cookies.",
      license: { name: "MIT", identifier: "MIT" },
    },
    servers: [{ url: home }],
    // Nothing to sign in with, unless an operation says so.
    security: [],
    paths,
    webhooks: webhookOperations(home, refTo(WebhookBody)),
    components: {
      schemas: { ...componentsOf(answers, "output"), ...componentsOf(requests, "input") },
      headers,
      securitySchemes: {
        companyKey: {
          type: "http",
          scheme: "bearer",
          description: "A key of a company, which its owners create at `/employer/keys`.",
        },
      },
    },
  };
}
