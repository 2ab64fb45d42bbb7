import sharp from "sharp";
import { beforeEach, describe, expect, it } from "vitest";
import { createAdmin, createCompany, createUser, daysAgo, unique } from "@/db/factories";
import { testDatabase } from "@/db/testing";
import type { Actor, Admin } from "@/lib/auth/input";
import { approveChange, sendChangeBack, takeChangeDown } from "@/lib/moderation/commands/changes";
import { takeOver } from "@/lib/moderation/commands/claim";
import { findCompanyForAdmin } from "@/lib/moderation/queries/companies";
import { listReviewQueue } from "@/lib/moderation/queries/desk";
import { deliverEvent } from "@/lib/notifications/deliver";
import { editCompany } from "./commands/edit";
import { saveLogo } from "./commands/logo";
import { CompanyForm } from "./input";
import { listMemberships } from "./queries";

const { sql } = await testDatabase();
let admin: Admin;
let owner: Actor;
let company: { id: string; slug: string; name: string };
beforeEach(async () => {
  [admin, owner] = [await createAdmin(), await createUser()];
  company = await createCompany({ owner });
});

const reason = "These are the words of another company.";
const edit = (words: Record<string, unknown> = { description: "We build ledgers." }) =>
  editCompany(owner, company.id, CompanyForm.parse({ name: company.name, ...words }));
const waits = async () => (await listReviewQueue(admin)).rows.find(({ id }) => id === company.id);
const isWaiting = async () => (await waits()) !== undefined;
const logo = async () => {
  const image = await sharp({ create: { width: 8, height: 8, channels: 3, background: "red" } })
    .png()
    .toBuffer();
  return new File([new Uint8Array(image)], "logo.png");
};

describe("a change of a company that is not verified", () => {
  it.each([
    ["of its words", () => edit()],
    ["of its name", () => edit({ name: `${company.name} Group` })],
    ["of its logo", async () => saveLogo(owner, { companyId: company.id, file: await logo() })],
  ])("%s waits for a look, in its place however often it changes again", async (_, change) => {
    await change();
    await sql`update company_changes set changed_at = now() - interval '3 days' where company_id = ${company.id}`;
    await change();
    expect((await waits())?.since.getTime()).toBeLessThan(daysAgo(2).getTime());
  });

  it("does not wait where nothing of that has changed", async () => {
    await edit({ size: "1-10", retentionMonths: "6" });
    expect(await isWaiting()).toBe(false);
  });

  it("of a verified company waits only where that looks like another", async () => {
    await sql`update companies set verified_at = now(), verified_by = 'dns' where id = ${company.id}`;
    await edit();
    expect(await isWaiting()).toBe(false);
    const name = unique("Gannet");
    await createCompany({ name });
    await edit({ name });
    expect(await isWaiting()).toBe(true);
  });

  it("is claimed by one admin, and decided once", async () => {
    await edit();
    await takeOver(admin, { kind: "company", id: company.id });
    expect((await findCompanyForAdmin(admin, company.slug))?.claim).toMatchObject({ adminId: admin.userId });
    const done = await Promise.allSettled(
      Array.from({ length: 8 }, (_, i) =>
        i % 2
          ? approveChange(admin, { companyId: company.id })
          : sendChangeBack(admin, { companyId: company.id, reason }),
      ),
    );
    expect(done.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await isWaiting()).toBe(false);
  });

  it("is decided about as the admin read it: not once the company changed more", async () => {
    await edit();
    const read = await findCompanyForAdmin(admin, company.slug);
    const input = { companyId: company.id, edited: read?.editedAt?.toISOString() };
    await edit({ description: "We build accounts." });
    for (const decide of [
      () => approveChange(admin, input),
      () => sendChangeBack(admin, { ...input, reason }),
      () => takeChangeDown(admin, { ...input, reason }),
    ])
      await expect(decide()).rejects.toMatchObject({
        code: "conflict",
        message: expect.stringContaining("after you opened this page"),
      });
    const again = await findCompanyForAdmin(admin, company.slug);
    expect(again).toMatchObject({ description: "We build accounts.", waitsSince: read?.waitsSince });
    await approveChange(admin, { ...input, edited: again?.editedAt?.toISOString() });
    expect(await isWaiting()).toBe(false);
  });

  it.each([
    ["sent back", sendChangeBack, /^Please change the page of/, "We build ledgers."],
    ["taken down", takeChangeDown, /were taken down$/, ""],
  ])(
    "that is %s is told to the owners, and waits again once they change it",
    async (_, decide, subject, left) => {
      await edit();
      await saveLogo(owner, { companyId: company.id, file: await logo() });
      await decide(admin, { companyId: company.id, reason });
      const [event] = await sql<{ id: number }[]>`
      select id::int from events where company_id = ${company.id} and type like 'company.change_%' order by id desc limit 1`;
      await deliverEvent({ eventId: event?.id ?? 0 });
      const mails = await sql<{ subject: string; paragraphs: string[] }[]>`
      select payload ->> 'subject' as subject, payload -> 'paragraphs' as paragraphs
      from graphile_worker._private_jobs where payload ->> 'to' = ${owner.email}`;
      expect(mails).toMatchObject([{ subject: expect.stringMatching(subject) }]);
      expect(mails[0]?.paragraphs).toContain(`Reason: ${reason}`);
      expect(await listMemberships(owner)).toMatchObject([{ changeReason: reason, description: left }]);
      expect((await findCompanyForAdmin(admin, company.slug))?.logo === null).toBe(left === "");
      await edit({ description: "We build accounts." });
      expect(await isWaiting()).toBe(true);
      expect(await listMemberships(owner)).toMatchObject([{ changeReason: null }]);
    },
  );
});

it("what nobody changed cannot be decided about", async () => {
  await expect(approveChange(admin, { companyId: company.id })).rejects.toMatchObject({ code: "conflict" });
  await expect(approveChange(admin, { companyId: crypto.randomUUID() })).rejects.toMatchObject({
    code: "not_found",
  });
});
