import { expect, it } from "vitest";
import {
  addMember,
  createApplication,
  createCompany,
  createInvitation,
  createPosting,
  createUser,
} from "@/db/factories";
import { moveClock, testDatabase } from "@/db/testing";
import { noteVisit } from "@/lib/auth/account/commands";
import { daysAfter } from "@/lib/days";
import { saveForLater } from "@/lib/saved/commands/postings";
import { findWaiting } from "./queries/news";

const { sql } = await testDatabase();

it("a visit begins after half an hour, and until the next the one before it counts", async () => {
  const actor = await createUser();
  const sinceNow = async () => (await findWaiting(actor)).since;
  const visitedAt = async () =>
    (await sql`select visited_at from users where id = ${actor.userId}`)[0]?.visited_at;
  expect(await sinceNow()).toBeNull();
  await noteVisit(actor, "no session");
  expect(await sinceNow()).toBeNull();
  const first = await visitedAt();
  await moveClock(sql, "1 minute");
  await noteVisit(actor, "no session");
  expect(await visitedAt()).toEqual(first);
  await moveClock(sql, "2 hours");
  expect(await sinceNow()).toEqual(first);
  await noteVisit(actor, "no session");
  expect(await sinceNow()).toEqual(first);
  await moveClock(sql, "2 hours 10 minutes");
  await noteVisit(actor, "no session");
  expect(await sinceNow()).toEqual(first);
  await moveClock(sql, "0");
});

it("counts what waits for a candidate and for a member, and what came since", async () => {
  const [candidate, member] = [await createUser(), await createUser()];
  const company = await createCompany();
  await addMember(company.id, member, "recruiter");
  for (const actor of [candidate, member]) await noteVisit(actor, "no session");
  await moveClock(sql, "1 hour");
  const posting = await createPosting({
    companyId: company.id,
    expiresAt: daysAfter(new Date(), 2),
  });
  await saveForLater(candidate, { postingId: posting.id });
  await createInvitation({ postingId: posting.id, companyId: company.id, candidate });
  await createApplication({
    postingId: posting.id,
    companyId: company.id,
    candidate: await createUser(),
    submittedAt: new Date(Date.now() + 90 * 60_000),
  });
  await moveClock(sql, "2 hours");
  expect(await findWaiting(candidate)).toMatchObject({
    invitations: 1,
    closing: 1,
    overdue: 0,
    applicants: 0,
  });
  expect(await findWaiting(member)).toMatchObject({ invitations: 0, closing: 0, applicants: 1 });
  await moveClock(sql, "30 days");
  expect(await findWaiting(member)).toMatchObject({ overdue: 1 });
  expect(await findWaiting(candidate)).toMatchObject({ invitations: 0, closing: 0 });
  await moveClock(sql, "0");
});
