import { beforeAll, expect, it } from "vitest";
import { createApplication, createCompany, createPosting, createUser } from "@/db/factories";
import { testDatabase } from "@/db/testing";
import type { Actor } from "@/lib/auth/input";
import { daysBefore } from "@/lib/days";
import { findFigures } from "./figures";

const { sql } = await testDatabase();

let owner: Actor;
let companyId: string;
let postingId: string;

beforeAll(async () => {
  owner = await createUser();
  companyId = (await createCompany({ owner })).id;
  const now = new Date();
  postingId = (await createPosting({ companyId, publishedAt: daysBefore(now, 4) })).id;
  await sql`insert into posting_views (posting_id, day, source, views) values
    (${postingId}, (app_now() at time zone 'UTC')::date, 'here', 3), (${postingId}, (app_now() at time zone 'UTC')::date, 'search', 1),
    (${postingId}, (app_now() at time zone 'UTC')::date - 2, 'here', 5)`;
});

it("shows every day since the posting was published, those without readers too", async () => {
  const figures = await findFigures(owner, postingId);
  expect(figures?.days.map(({ views }) => views)).toEqual([0, 0, 5, 0, 4]);
  expect(figures?.sources).toEqual([
    { source: "here", views: 8 },
    { source: "search", views: 1 },
  ]);
});

it("counts each stage that applications reached, wherever they are now", async () => {
  const apply = async (state: "submitted" | "rejected" | "withdrawn" | "hired") =>
    createApplication({ postingId, companyId, candidate: await createUser(), state });
  await apply("submitted");
  await apply("withdrawn");
  await apply("rejected");
  const { id } = await apply("hired");
  await sql`insert into application_moves (application_id, from_state, to_state, at)
    values (${id}, 'submitted', 'interview', app_now()), (${id}, 'interview', 'offer', app_now())`;
  await sql`update applications set answered_at = submitted_at + interval '36 hours' where posting_id = ${postingId} and answered_at is not null`;
  expect((await findFigures(owner, postingId))?.funnel).toEqual({
    applications: 4,
    answered: 2,
    interview: 1,
    offer: 1,
    hired: 1,
    rejected: 1,
    withdrawn: 1,
    medianAnswerDays: 1.5,
  });
});

it("is there for the company's members alone", async () => {
  expect(await findFigures(await createUser(), postingId)).toBeNull();
});
