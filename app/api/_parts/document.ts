import { z } from "zod";
import { textPerMinute } from "@/lib/forms/limits";
import { parameterNames, SearchParameters } from "@/lib/search/criteria";
import { filterList } from "@/lib/search/filters/table";
import {
  ApiError,
  Matches,
  MatchRequest,
  OnePosting,
  PostingList,
  ResponsibilityList,
  SkillList,
  TagRequest,
  Tags,
} from "./schemas";

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

type Operation = {
  method: "get" | "post";
  path: string;
  summary: string;
  parameters: {
    name: string;
    in: "query" | "path";
    description: string;
    required?: boolean;
    schema: unknown;
  }[];
  body?: z.ZodType;
  answer: z.ZodType;
  refusals: Record<number, string>;
};

const jsonSchema = (schema: z.ZodType, io: "input" | "output" = "output") => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: "any" });
  return rest;
};

const searchParameters: Operation["parameters"] = parameterNames.map((name) => ({
  name,
  in: "query",
  description: meanings[name] ?? "",
  schema: (jsonSchema(SearchParameters, "input").properties as Record<string, unknown>)[name],
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
    method: "get",
    path: "/api/v1/postings",
    summary:
      "Search live postings, with the exact total, counts for each facet, and the total without each filter",
    parameters: searchParameters,
    answer: PostingList,
    refusals: badAddress,
  },
  {
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
    refusals: { 404: "The posting does not exist.", 410: "The posting is no longer open." },
  },
  {
    method: "get",
    path: "/api/v1/skills",
    summary:
      "The taxonomy of skills, each with the number of live postings that have it or a skill that implies it",
    parameters: listParameters,
    answer: SkillList,
    refusals: badAddress,
  },
  {
    method: "get",
    path: "/api/v1/responsibilities",
    summary: "The published list of 25 responsibilities",
    parameters: listParameters,
    answer: ResponsibilityList,
    refusals: badAddress,
  },
  {
    method: "post",
    path: "/api/v1/tag",
    summary: "The tags of a text, each with the places in the text that prove it. Nothing is stored",
    parameters: [],
    body: TagRequest,
    answer: Tags,
    refusals: {
      400: "The body is not JSON.",
      413: "The text is too long.",
      422: "The body is invalid. The error names each field.",
      ...reading,
    },
  },
  {
    method: "post",
    path: "/api/v1/match",
    summary:
      "Live postings ranked for a profile or a résumé, each requirement with its state and the reason. `takeable: true` leaves out postings that fail a gate. Nothing is stored",
    parameters: [],
    body: MatchRequest,
    answer: Matches,
    refusals: {
      400: "The body is not JSON.",
      413: "The body is too large.",
      422: "The body is invalid. The error names each field.",
      ...reading,
    },
  },
];

/** The OpenAPI 3.1 document of the API at `home`. */
export function apiDocument(home: string) {
  const content = (schema: unknown) => ({ content: { "application/json": { schema } } });
  const refusal = jsonSchema(ApiError);
  const paths: Record<string, Record<string, unknown>> = {};
  for (const { method, path, summary, parameters, body, answer, refusals } of operations)
    paths[path] = {
      ...paths[path],
      [method]: {
        operationId: `${method}${path.replace(/\/api\/v1|[{}]/g, "").replace(/\/(\w)/g, (_, letter: string) => letter.toUpperCase())}`,
        summary,
        parameters,
        ...(body && { requestBody: { required: true, ...content(jsonSchema(body, "input")) } }),
        responses: {
          200: { description: "Success.", ...content(jsonSchema(answer)) },
          ...Object.fromEntries(
            Object.entries({ ...always, ...refusals }).map(([status, description]) => [
              status,
              { description, ...content(refusal) },
            ]),
          ),
        },
      },
    };
  return {
    openapi: "3.1.0",
    info: {
      title: "Backplane",
      version: "1",
      description:
        "The API of Backplane, the job board for backend developers. It needs no key or account and reads no cookies.",
      license: { name: "MIT" },
    },
    servers: [{ url: home }],
    paths,
  };
}
