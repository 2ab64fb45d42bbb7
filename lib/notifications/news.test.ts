import { expect, it } from "vitest";
import {
  addMember,
  createAdmin,
  createApplication,
  createCompany,
  createPosting,
  createProfile,
  createUser,
  daysAgo,
} from "@/db/factories";
import { testDatabase } from "@/db/testing";
import { moveApplication } from "@/lib/applications/commands/move";
import { seeApplication } from "@/lib/applications/commands/see";
import { withdrawApplication } from "@/lib/applications/commands/withdraw";
import {
  findOwnApplication,
  listOwnApplications,
  listWaiting,
} from "@/lib/applications/queries/applications";
import { saveForLater } from "@/lib/saved/commands/postings";
import { countNews } from "./queries/news";

await testDatabase();

it("an application holds news from the company's move until its candidate looks", async () => {
  const [owner, candidate, stranger] = [await createUser(), await createUser(), await createUser()];
  const { id: companyId } = await createCompany({ owner });
  const { id: postingId } = await createPosting({ companyId });
  const { id } = await createApplication({ postingId, companyId, candidate });
  const unread = async () => (await countNews(candidate)).unread;
  expect(await unread()).toBe(0);
  await moveApplication(owner, { id, from: "submitted", to: "interview", message: "Come in." });
  expect(await unread()).toBe(1);
  expect(await findOwnApplication(candidate, id)).toMatchObject({ isNews: true });
  expect((await listOwnApplications(candidate)).applications).toMatchObject([{ isNews: true }]);
  await expect(seeApplication(stranger, { id })).rejects.toMatchObject({ code: "not_found" });
  await expect(seeApplication(owner, { id })).rejects.toMatchObject({ code: "not_found" });
  expect(await unread()).toBe(1);
  await seeApplication(candidate, { id });
  await seeApplication(candidate, { id });
  expect(await unread()).toBe(0);
  await moveApplication(owner, { id, from: "interview", to: "offer", message: "It is you." });
  expect(await unread()).toBe(1);
  await withdrawApplication(candidate, { id, reason: "" });
  expect(await unread()).toBe(0);
});

it("applicants wait for every member of the company, the one due soonest first, and without names where the review is", async () => {
  const [owner, reviewer, other] = [await createUser(), await createUser(), await createUser()];
  const { id: companyId } = await createCompany({ owner });
  await addMember(companyId, reviewer, "reviewer");
  await createCompany({ owner: other });
  const open = await createPosting({ companyId, title: "Open" });
  const blind = await createPosting({ companyId, title: "Blind", blindReview: true });
  const apply = async (postingId: string, days: number, state: "submitted" | "screening" = "submitted") =>
    createApplication({
      postingId,
      companyId,
      candidate: await createUser({ name: "Kim Candidate" }),
      state,
      submittedAt: daysAgo(days),
    });
  await apply(open.id, 1);
  await apply(blind.id, 20);
  await apply(open.id, 3, "screening");
  for (const one of [owner, reviewer]) {
    expect(await countNews(one)).toMatchObject({ isMember: true, waiting: 2 });
    const { applicants, next } = await listWaiting(one);
    expect(applicants).toMatchObject([
      { title: "Blind", name: null, number: 1, overdue: true },
      { title: "Open", name: "Kim Candidate", overdue: false },
    ]);
    expect(next).toBeNull();
    expect((await listWaiting(one, { after: applicants[0]?.id })).applicants).toMatchObject([
      { title: "Open" },
    ]);
  }
  expect(await countNews(other)).toMatchObject({ isMember: true, waiting: 0 });
  expect((await listWaiting(other)).applicants).toEqual([]);
});

it("says which parts of the site someone has something in, and tells admins alone how long the queue is", async () => {
  const [one, two, admin] = [await createUser(), await createUser(), await createAdmin()];
  const { id: companyId } = await createCompany();
  const { id: postingId } = await createPosting({ companyId });
  await createPosting({ companyId, state: "in_review" });
  const empty = {
    hasCandidatePart: false,
    isMember: false,
    hasUnread: false,
    unread: 0,
    waiting: 0,
    inReview: 0,
    changedCompanies: 0,
    bouncedAddress: null,
  };
  expect(await countNews(one)).toEqual(empty);
  expect(await countNews(admin)).toEqual({ ...empty, inReview: 1 });
  await saveForLater(one, { postingId });
  await createProfile(two, {});
  for (const each of [one, two]) expect(await countNews(each)).toEqual({ ...empty, hasCandidatePart: true });
});
