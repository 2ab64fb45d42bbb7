import PostalMime from "postal-mime";
import postgres from "postgres";
import { createApplication, createPosting, createUser } from "@/db/factories";
import { daysAfter } from "@/lib/days";
import { expect, expectReadable, mailTo, pageOf, test } from "../fixtures";
import { createOffice } from "../people";
import { runTask } from "../steps";

/** So many days ahead at ten, as a field for date and time takes it. */
const inDays = (days: number) => `${daysAfter(new Date(), days).toISOString().slice(0, 10)}T10:00`;

/** The calendar files in the mails to somebody, the oldest first. */
async function calendarsTo(email: string): Promise<string[]> {
  const sql = postgres(process.env.DATABASE_URL as string, { max: 1, onnotice: () => {} });
  const rows = await sql<
    { raw: string }[]
  >`select raw from mailbox_messages where recipient = ${email} order by id`;
  await sql.end();
  const mails = await Promise.all(
    rows.map(({ raw }) => PostalMime.parse(raw, { attachmentEncoding: "utf8" })),
  );
  return mails.flatMap(({ attachments }) =>
    attachments
      .filter(({ mimeType, filename }) => mimeType === "text/calendar" || filename === "interview.ics")
      .slice(0, 1)
      .map(({ content }) => String(content)),
  );
}

for (const script of [true, false])
  test(`a member proposes an interview, the candidate answers, and both are reminded, ${script ? "with" : "without"} JavaScript`, async ({
    browser,
  }) => {
    const { owner, company } = await createOffice();
    const { id: postingId } = await createPosting({ companyId: company.id, title: "Ledger Developer" });
    const candidate = await createUser({ name: "Kim Candidate" });
    const { id } = await createApplication({ postingId, companyId: company.id, candidate });
    const at = `/employer/postings/${postingId}/applicants/${id}`;
    const office = await pageOf(browser, owner, { script });
    await office.goto(at);
    await office.getByRole("link", { name: "Propose an interview" }).click();
    await office.getByLabel("Time 1").fill(inDays(-2));
    await office.getByLabel("Time 2").fill(inDays(9));
    await office.getByLabel("Time zone of these times").fill("Europe/Berlin");
    await office.getByLabel("Link to the call").fill("http://meet.example.com/kim");
    await office.getByRole("button", { name: "Propose to the candidate" }).click();
    await expect(office.getByText("Enter an address that begins with https://.").first()).toBeVisible();
    await office.getByLabel("Link to the call").fill("https://meet.example.com/kim");
    await office.getByRole("button", { name: "Propose to the candidate" }).click();
    await expect(office.getByText("This time has passed.").first()).toBeVisible();
    await expect(office.getByLabel("Time 2")).toHaveValue(inDays(9));
    await expect(office.getByLabel("Time zone of these times")).toHaveValue("Europe/Berlin");
    if (script) await expectReadable(office);
    await office.getByLabel("Time 1").fill(inDays(8));
    await office.getByRole("button", { name: "Propose to the candidate" }).click();
    await expect(office.getByText("Your times were sent to Kim Candidate.")).toBeVisible();
    await mailTo(candidate.email, "proposes an interview");

    const home = await pageOf(browser, candidate, { script });
    await home.goto(`/applications/${id}`);
    const late = await pageOf(browser, candidate, { script });
    await late.goto(`/applications/${id}`);
    await expect(home.getByText("Waits for your answer")).toBeVisible();
    if (script) await expectReadable(home);
    await home.getByText("Propose other times").click();
    await home.getByLabel("Time 1").fill(inDays(15));
    await home.getByLabel("Time zone of these times").fill("Europe/London");
    await home.getByRole("button", { name: "Propose these times" }).click();
    await expect(home.getByText(`Your answer was sent to ${company.name}.`)).toBeVisible();

    // The page that was opened before is told what was answered.
    await late.getByRole("radio").first().check();
    await late.getByRole("button", { name: "Accept this time" }).click();
    await expect(
      late.getByText("This interview was answered or changed before your answer came."),
    ).toBeVisible();
    await expect(late.getByText("The candidate proposed other times.")).toBeVisible();

    await mailTo(owner.email, "Kim Candidate proposes other times");
    await office.goto(at);
    await expect(office.getByText(/10:00 to 10:45 \(Europe\/London\)/).first()).toBeVisible();
    await office.getByRole("radio").first().check();
    await office.getByRole("button", { name: "Accept this time" }).click();
    await expect(office.getByText("You agreed on a time.")).toBeVisible();
    await mailTo(candidate.email, "Your interview with");
    await mailTo(owner.email, "Interview with Kim Candidate");
    const [first] = await calendarsTo(candidate.email);
    expect(first).toMatch(/METHOD:REQUEST[\s\S]*SEQUENCE:2/);
    await office.goto("/employer");
    await expect(office.getByRole("link", { name: "Kim Candidate: Ledger Developer" })).toBeVisible();
    await home.goto("/applications");
    await home.getByRole("link", { name: `${company.name}: Ledger Developer` }).click();
    const [download] = await Promise.all([
      home.waitForEvent("download"),
      home.getByRole("link", { name: "Calendar file" }).click(),
    ]);
    expect(download.suggestedFilename()).toBe("interview.ics");

    // The day before comes: the time that was agreed on is moved close instead of the clock, which all tests share.
    await runTask("remind-of-interviews", (sql) =>
      Promise.all([
        sql`update interviews set starts_at = now() + interval '23 hours', accepted_at = now() - interval '3 days' where application_id = ${id}`,
      ]),
    );
    await mailTo(candidate.email, "Tomorrow: your interview");
    await mailTo(owner.email, "Tomorrow: interview with Kim Candidate");

    await office.goto(at);
    await office.getByText("Cancel the interview…").click();
    await office.getByRole("button", { name: "Cancel the interview" }).click();
    await expect(office.getByText("The interview is cancelled. We told Kim Candidate.")).toBeVisible();
    await mailTo(candidate.email, "cancelled the interview");
    const last = (await calendarsTo(candidate.email)).at(-1);
    expect(last).toMatch(/METHOD:CANCEL[\s\S]*SEQUENCE:3[\s\S]*STATUS:CANCELLED/);
    const uid = /UID:(.*)/;
    expect(uid.exec(last ?? "")?.[1]).toBe(uid.exec(first ?? "")?.[1]);
  });
