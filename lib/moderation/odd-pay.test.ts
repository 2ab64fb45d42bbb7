import { beforeAll, expect, it } from "vitest";
import { createAdmin, createCompany, createUser, someDescription } from "@/db/factories";
import { testDatabase } from "@/db/testing";
import type { Actor, Admin } from "@/lib/auth/input";
import { savePosting } from "@/lib/postings/commands/save-draft";
import { PostingForm } from "@/lib/postings/input";
import { listReviewQueue } from "./queries/desk";
import { findPostingForReview, listRisks } from "./queries/postings";

await testDatabase();

let owner: Actor;
let admin: Admin;
let companyId: string;
beforeAll(async () => {
  [owner, admin] = [await createUser(), await createAdmin()];
  companyId = (await createCompany({ owner })).id;
});

const submitted = async (pay: object) =>
  savePosting(
    owner,
    companyId,
    PostingForm.parse({
      intent: "submit",
      title: "Backend Developer",
      description: someDescription,
      salaryCurrency: "EUR",
      workplace: "remote",
      employment: "full-time",
      hiringCountries: "Germany",
      ...pay,
    }),
  );

it("pay that nobody earns is a reason for a second look, to writer and admin in the same words", async () => {
  const { id } = await submitted({ salaryMin: "72", salaryMax: "91", payConfirmed: true });
  const reason = "The pay is unusual: €72–91 a year is far below usual pay.";
  expect((await listRisks(owner, id)).map(({ message }) => message)).toContain(reason);
  expect((await findPostingForReview(admin, id))?.risks).toContain(reason);
  const { rows } = await listReviewQueue(admin);
  expect(rows.find((row) => row.id === id)).toMatchObject({ risks: expect.arrayContaining([reason]) });
});

it("usual pay is none", async () => {
  const { id } = await submitted({ salaryMin: "72.000", salaryMax: "91.000" });
  expect((await listRisks(owner, id)).join(" ")).not.toContain("pay");
});
