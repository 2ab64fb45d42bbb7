import { beforeEach, describe, expect, it } from "vitest";
import {
  addMember,
  createAdmin,
  createCompany,
  createPosting,
  createProfile,
  createUser,
} from "@/db/factories";
import { testDatabase } from "@/db/testing";
import type { Actor } from "@/lib/auth/input";
import { formRecord } from "@/lib/forms/changes";
import { ratingsForm } from "../form";
import { RateApplication } from "../input";
import type { LineRating } from "../lists";
import { findApplicant } from "../queries/applications";
import { countRaters, listRatings } from "../queries/ratings";
import { submitApplication } from "./apply";
import { rateApplication } from "./ratings";

const { sql } = await testDatabase();

let owner: Actor;
let recruiter: Actor;
let reviewer: Actor;
let candidate: Actor;
let companyId: string;
let id: string;
beforeEach(async () => {
  owner = await createUser({ name: "Olga Owner" });
  recruiter = await createUser({ name: "Rosa Recruiter" });
  reviewer = await createUser({ name: "Vera Reviewer" });
  candidate = await createUser({ name: "Kim Candidate" });
  companyId = (await createCompany({ owner })).id;
  await addMember(companyId, recruiter, "recruiter");
  await addMember(companyId, reviewer, "reviewer");
  const posting = await createPosting({
    companyId,
    skills: [{ slug: "go" }, { slug: "kafka" }],
    experienceMin: 3,
  });
  await createProfile(candidate, { years: 5, skills: [{ slug: "go" }] });
  ({ id } = await submitApplication(candidate, { postingId: posting.id, name: "Kim", coverNote: "" }));
});

/** Of the lines Go, Kafka and experience, in the order of the sheet. */
const lines = [
  { kind: "skill", slug: "go" },
  { kind: "skill", slug: "kafka" },
  { kind: "experience", slug: "" },
] as const;
const rate = (actor: Actor, ratings: (LineRating | undefined)[], reasons: string[] = [], version?: string) =>
  rateApplication(actor, { id, ratings, reasons }, version);
const seenBy = async (actor: Actor) =>
  (await listRatings(actor, id)).map(
    ({ reviewer, kind, slug, rating }) => `${reviewer} ${slug || kind}: ${rating}`,
  );
const eventsOf = () =>
  sql`select actor_id, data from events where application_id = ${id} and type = 'application.rated' order by id`;

describe("the ratings of an applicant", () => {
  it("are seen by a member once they have rated a line themselves, whatever their role", async () => {
    await rate(owner, ["strongly", "none"], ["Wrote the ledger", ""]);
    expect(await seenBy(owner)).toEqual(["Olga Owner go: strongly", "Olga Owner kafka: none"]);
    for (const colleague of [recruiter, reviewer]) expect(await seenBy(colleague)).toEqual([]);
    await rate(reviewer, [undefined, undefined, "shown"]);
    expect(await seenBy(reviewer)).toEqual([
      "Vera Reviewer experience: shown",
      "Olga Owner go: strongly",
      "Olga Owner kafka: none",
    ]);
    expect(await seenBy(owner)).toHaveLength(3);
    expect(await seenBy(recruiter)).toEqual([]);
    expect((await listRatings(owner, id))[0]).toMatchObject({ reason: "Wrote the ledger", isOwn: true });
  });

  it("are counted for every member, without what they say", async () => {
    await rate(owner, ["strongly"]);
    await rate(reviewer, ["none", "none"]);
    expect((await countRaters(owner, [id])).get(id)).toEqual({ raters: 2, isOwn: true });
    expect((await countRaters(recruiter, [id])).get(id)).toEqual({ raters: 2, isOwn: false });
  });

  it("are neither seen nor given by anybody outside of the company, nor by the candidate, even as a member", async () => {
    await rate(owner, ["shown"]);
    const stranger = await createUser();
    await createCompany({ owner: stranger });
    const refused = async (actor: Actor) => {
      expect(await seenBy(actor)).toEqual([]);
      expect((await countRaters(actor, [id])).size).toBe(0);
      await expect(rate(actor, ["none"])).rejects.toMatchObject({ code: "not_found" });
    };
    for (const other of [stranger, candidate, await createAdmin()]) await refused(other);
    await addMember(companyId, candidate, "recruiter");
    await refused(candidate);
    expect(await findApplicant(candidate, id)).toBeNull();
    await rate(reviewer, ["none"]);
    await sql`delete from members where user_id = ${reviewer.userId}`;
    await refused(reviewer);
  });

  it("stay without their author, who can be several, when accounts are deleted", async () => {
    await rate(recruiter, ["shown"]);
    await rate(reviewer, ["none"]);
    await sql`delete from users where id in (${recruiter.userId}, ${reviewer.userId})`;
    await rate(owner, ["partly"]);
    expect(await seenBy(owner)).toEqual(["Olga Owner go: partly", "null go: shown", "null go: none"]);
  });
});

describe("rating", () => {
  it("can be changed, which is an event, and leaves nothing where nothing changes", async () => {
    await rate(owner, ["shown", "none"]);
    await rate(owner, ["shown", "none"]);
    await rate(owner, ["strongly", undefined, "shown"], ["Led it"]);
    expect(await seenBy(owner)).toEqual(["Olga Owner go: strongly", "Olga Owner experience: shown"]);
    expect(await eventsOf()).toEqual([
      { actor_id: owner.userId, data: { lines: 2, changed: 2 } },
      { actor_id: owner.userId, data: { lines: 2, changed: 3 } },
    ]);
  });

  it("keeps one line at least, lines of the sheet, and a reason with its rating", async () => {
    await expect(rate(owner, [])).rejects.toMatchObject({ fields: [{ path: "ratings[0]" }] });
    await rate(owner, ["shown"]);
    await expect(rate(owner, [])).rejects.toMatchObject({ code: "invalid" });
    await expect(rate(owner, ["shown", undefined, undefined, "none"])).rejects.toMatchObject({
      code: "invalid",
    });
    expect(await seenBy(owner)).toEqual(["Olga Owner go: shown"]);
    const parse = (ratings: unknown[], reasons: unknown[]) =>
      RateApplication.safeParse({ id, ratings, reasons });
    expect(parse([undefined, "shown"], [undefined, "x".repeat(300)]).success).toBe(true);
    expect(parse([undefined, "shown"], [undefined, "x".repeat(301)]).success).toBe(false);
    expect(parse([undefined, "shown"], ["Why?"]).error?.issues).toMatchObject([{ path: ["ratings", 0] }]);
    expect(parse(["splendid"], []).success).toBe(false);
  });

  it("by several members at once loses nothing", async () => {
    const members = [owner, recruiter, reviewer];
    await Promise.all(members.map((member) => rate(member, ["shown", "partly", "none"])));
    expect(await seenBy(owner)).toHaveLength(9);
    expect(await eventsOf()).toHaveLength(3);
  });

  it("from two tabs of one member does not overwrite what the other tab saved", async () => {
    const { version } = formRecord(ratingsForm(lines, []));
    await rate(owner, ["shown"], [], version);
    await expect(rate(owner, ["none"], [], version)).rejects.toMatchObject({ code: "conflict" });
    expect(await seenBy(owner)).toEqual(["Olga Owner go: shown"]);
  });
});
