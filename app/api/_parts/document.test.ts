import SwaggerParser from "@apidevtools/swagger-parser";
import { expect, test } from "vitest";
import { apiDocument, curlOf, operations } from "./document";

const document = apiDocument("https://backplane.example");

test("the document is valid", async () => {
  const copy = structuredClone(document) as unknown as Parameters<typeof SwaggerParser.validate>[0];
  await expect(SwaggerParser.validate(copy)).resolves.toMatchObject({ openapi: "3.1.0" });
});

test.each(operations.map((operation) => [operation.id, operation] as const))(
  "the examples of %s are what it takes and answers",
  (_, { body, answer, example }) => {
    expect(answer.safeParse(example.answer).error?.issues ?? []).toEqual([]);
    if (body) expect(body.safeParse(example.body).error?.issues ?? []).toEqual([]);
  },
);

test("its parts have names, and the fields of a posting descriptions", () => {
  const { schemas } = document.components;
  expect(Object.keys(schemas)).toEqual(
    expect.arrayContaining([
      "Posting",
      "ListedPosting",
      "Skill",
      "Match",
      "Tags",
      "ApiError",
      "MatchRequest",
    ]),
  );
  const { properties } = schemas.PostingList as { properties: Record<string, unknown> };
  expect(properties.data).toMatchObject({ items: { $ref: "#/components/schemas/ListedPosting" } });
  expect(JSON.stringify(schemas)).not.toContain('"$id"');
});

test("its responses name the headers that come with them", () => {
  const responses = document.paths["/api/v1/postings"]?.get as { responses: Record<string, object> };
  expect(Object.keys(responses.responses)).toEqual(expect.arrayContaining(["200", "304", "400", "429"]));
  expect(responses.responses["200"]).toMatchObject({
    headers: { RateLimit: { $ref: "#/components/headers/RateLimit" } },
  });
});

test("a request can be copied", () => {
  const [search, one] = operations.map((operation) => curlOf(operation, "https://backplane.example"));
  expect(search).toBe("curl 'https://backplane.example/api/v1/postings?skill=go&workplace=remote&limit=20'");
  expect(one).toBe("curl 'https://backplane.example/api/v1/postings/3f0c1a52-7c1d-4a44-9a3e-2b8f5d0c9e11'");
  expect(curlOf(operations[4] as (typeof operations)[number], "http://a.example")).toContain('-d \'{"text":');
});
