import { beforeEach, describe, expect, it } from "vitest";
import { addMember, createCompany, createUser } from "@/db/factories";
import { testDatabase } from "@/db/testing";
import type { Actor } from "@/lib/auth/input";
import { formRecord } from "@/lib/forms/changes";
import { deliverEvent } from "@/lib/notifications/deliver";
import { createCompany as foundCompany } from "./commands/create";
import { editCompany } from "./commands/edit";
import { companyForm } from "./form";
import { CompanyForm } from "./input";
import { listMemberships } from "./queries";

const { sql } = await testDatabase();

describe("a company that is created", () => {
  it("has an address of its own, numbered where the words are taken", async () => {
    const owner = await createUser();
    const slugs: string[] = [];
    for (const name of ["さくら", "Sakura", "sakura!", "C++ Corp", "C Corp", "🚀🚀", "🦊🦊"])
      slugs.push((await foundCompany(owner, CompanyForm.parse({ name: `${name} ` }))).slug);
    expect(slugs.slice(0, 5)).toEqual(["sakura", "sakura-2", "sakura-3", "cpp-corp", "c-corp"]);
    expect(slugs[5]).toMatch(/^[0-9a-f]{8}$/);
    expect(slugs[6]).not.toBe(slugs[5]);
  });

  it("is one of several at once that all want the same address", async () => {
    const owners = await Promise.all([createUser(), createUser(), createUser()]);
    const made = await Promise.all(
      owners.map((owner) => foundCompany(owner, CompanyForm.parse({ name: "Gull" }))),
    );
    expect(made.map(({ slug }) => slug).sort()).toEqual(["gull", "gull-2", "gull-3"]);
  });

  it.each([
    [
      "https://user:pass@evil.example/",
      "Leave out the user name and the password: everyone can read this address.",
    ],
    ["http://127.0.0.1:22/", "Leave out the port “:22”."],
    ["http://127.0.0.1/", "Enter an address that everyone can reach, like https://example.com."],
    ["intranet", "Enter an address like https://example.com."],
  ])("does not take %s for its website", (website, message) => {
    const { error } = CompanyForm.safeParse({ name: "Gull", website });
    expect(error?.issues).toMatchObject([{ path: ["website"], message }]);
  });
});

it("what an owner says of a company is not saved over what another owner saved meanwhile", async () => {
  const owner = await createUser();
  const { id } = await createCompany({ name: "Gullwing", owner });
  const edit = (change: object, version: string) =>
    editCompany(owner, id, CompanyForm.parse({ name: "Gullwing", ...change }), version);
  const [opened] = await listMemberships(owner);
  const { version } = formRecord(companyForm(opened));
  await edit({ description: "Gulls, by wing." }, version);
  await expect(edit({ size: "1-10" }, version)).rejects.toMatchObject({
    code: "conflict",
    saved: { description: "Gulls, by wing." },
  });
  expect(await listMemberships(owner)).toMatchObject([{ description: "Gulls, by wing.", size: null }]);
});

describe("the badge of a verified company", () => {
  let owner: Actor;
  let recruiter: Actor;
  let id: string;
  const real = { name: "Tallyhaven", website: "https://tallyhaven.example" };
  beforeEach(async () => {
    [owner, recruiter] = [await createUser(), await createUser()];
    const company = await createCompany({ ...real, owner, verifiedBy: "dns", verifiedAt: new Date() });
    id = company.id;
    await addMember(id, recruiter, "recruiter");
  });
  const edit = (change: object) => editCompany(owner, id, CompanyForm.parse({ ...real, ...change }));
  const badge = async () => (await sql`select verified_by, badge_lost_by from companies where id = ${id}`)[0];
  const eventsOf = () => sql<{ id: number; type: string; data: object }[]>`
    select id::int, type, data from events where company_id = ${id} order by id`;

  it.each([
    [{}],
    [{ description: "We count things." }],
    [{ name: "  tallyHAVEN" }],
    [{ website: "http://www.tallyhaven.example/" }],
    [{ website: "tallyhaven.example/jobs" }],
  ])("stays when %j is saved", async (change) => {
    await edit(change);
    expect(await badge()).toEqual({ verified_by: "dns", badge_lost_by: null });
    expect((await eventsOf()).map(({ type }) => type)).toEqual(["company.edited"]);
  });

  it.each([
    [{ name: "Stripe" }, "name"],
    [{ name: "Tаllyhaven" }, "name"],
    [{ website: "https://stripe.com" }, "website"],
    [{ website: undefined }, "website"],
    [{ name: "Stripe", website: "https://stripe.com" }, "name and website"],
  ])("goes when %j is saved", async (change, by) => {
    await edit(change);
    expect(await badge()).toEqual({ verified_by: null, badge_lost_by: by });
    expect(await eventsOf()).toMatchObject([
      { type: "company.edited", data: {} },
      { type: "company.badge_lost", data: { by, was: "dns" } },
    ]);
    expect(await listMemberships(owner)).toMatchObject([{ verifiedBy: null, badgeLostBy: by }]);
  });

  it("does not come back when the old name is saved again", async () => {
    await edit({ name: "Stripe" });
    await edit({});
    expect(await badge()).toEqual({ verified_by: null, badge_lost_by: "name" });
    expect((await eventsOf()).filter(({ type }) => type === "company.badge_lost")).toHaveLength(1);
  });

  it("is not touched by anybody but an owner", async () => {
    for (const other of [recruiter, await createUser()])
      await expect(editCompany(other, id, CompanyForm.parse({ name: "Stripe" }))).rejects.toMatchObject({
        code: "not_found",
      });
    expect(await badge()).toEqual({ verified_by: "dns", badge_lost_by: null });
  });

  it("is told to its owners, with how to get it back", async () => {
    await edit({ name: "Stripe" });
    const lost = (await eventsOf()).find(({ type }) => type === "company.badge_lost");
    await deliverEvent({ eventId: lost?.id as number });
    const mails = await sql`
      select j.payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
      where t.identifier = 'send-mail' and j.payload ->> 'key' like ${`event-${lost?.id}-%`}`;
    expect(mails.map(({ payload }) => payload)).toMatchObject([
      {
        to: owner.email,
        subject: "Stripe is no longer verified",
        heading: "Stripe lost its verified badge",
      },
    ]);
    const text = mails[0]?.payload.paragraphs.join("\n");
    expect(text).toContain("The name of your company changed.");
    expect(text).toContain("/contact");
  });

  it("is no part of a company that was never verified", async () => {
    const other = await createCompany({ owner, name: "Gull" });
    await editCompany(owner, other.id, CompanyForm.parse({ name: "Heron" }));
    expect(await sql`select badge_lost_by from companies where id = ${other.id}`).toEqual([
      { badge_lost_by: null },
    ]);
  });
});
