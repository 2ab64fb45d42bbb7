import { expect, test } from "vitest";
import { testDatabase } from "@/db/testing";
import { api } from "./api";

await testDatabase();

async function faultOf(path: string, body?: string) {
  const headers = { "Content-Type": "application/json" };
  const answer = await api.request(`/api/v1/${path}`, body ? { method: "POST", body, headers } : {});
  const { error } = await answer.json();
  return [error.fields[0].path, error.fields[0].message];
}

test.each([
  ["tag", "[]", "", "The body must be an object."],
  ["tag", '{"text":7}', "text", "text must be a string."],
  ["match", "7", "", "The body must be an object with a profile or a résumé."],
  ["match", '{"profile":5}', "profile", "profile must be a profile."],
  ["match", '{"resume":"x"}', "resume", "resume must be an object."],
  ["match", '{"resume":{"work":[5]}}', "resume.work.0", "resume.work.0 must be an object."],
  ["match", '{"profile":{"degree":5}}', "profile.degree", "profile.degree must be an object."],
  ["match", '{"profile":{"skills":[5]}}', "profile.skills.0", "profile.skills.0 must be an object."],
  [
    "match",
    '{"profile":{"timezone":5}}',
    "profile.timezone",
    "profile.timezone must be a time zone like Europe/Berlin.",
  ],
  ["match", '{"profile":{},"filters":5}', "filters", "filters must be an object."],
  ["match", '{"profile":{},"limit":1.5}', "limit", "limit must be a whole number."],
])("POST %s with %s says what is wrong in a sentence", async (path, body, at, message) => {
  expect(await faultOf(path, body)).toEqual([at, message]);
});

test.each(["skills?limit=1.5", "postings?limit=1.5"])("GET %s too", async (path) => {
  expect(await faultOf(path)).toEqual(["limit", "limit must be a whole number."]);
});
