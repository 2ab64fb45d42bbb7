import { addMember, createApplication, createPosting, createUser, unique } from "@/db/factories";
import { moveApplication } from "@/lib/applications/commands/move";
import { cookieOf, expect, pageOf, test } from "../fixtures";
import { createOffice } from "../people";
import { inviteToInterview } from "../steps";

test("a candidate sees an answer, and an employer what a colleague did, without loading the page again", async ({
  browser,
}) => {
  const { owner, company } = await createOffice();
  const colleague = await createUser({ name: "Rita Recruiter" });
  await addMember(company.id, colleague, "recruiter");
  const [kim, sam] = [await createUser({ name: "Kim Candidate" }), await createUser({ name: "Sam Second" })];
  const { id: postingId } = await createPosting({ companyId: company.id, title: unique("Ledger Developer") });
  const { id } = await createApplication({ postingId, companyId: company.id, candidate: kim });
  const home = await pageOf(browser, kim);
  const office = await pageOf(browser, owner);
  const desk = await pageOf(browser, colleague);
  /** A page that would be loaded again has lost this. */
  const mark = (page: typeof home) => page.evaluate(() => void Object.assign(window, { isFirst: true }));
  const isFirst = (page: typeof home) => page.evaluate(() => "isFirst" in window);
  const opened = async (page: typeof home, path: string) => {
    const connected = page.waitForResponse("**/api/live");
    await page.goto(path);
    expect((await connected).headers()["content-type"]).toBe("text/event-stream");
    await mark(page);
  };

  await test.step("the answer of the company, and its words", async () => {
    await opened(home, `/applications/${id}`);
    await opened(desk, `/employer/postings/${postingId}/applicants`);
    await office.goto(`/employer/postings/${postingId}/applicants/${id}`);
    await inviteToInterview(office, "Can you talk on Tuesday?");
    await expect(home.getByText("Can you talk on Tuesday?").first()).toBeVisible();
    await expect(home.getByText("This page was updated.")).toBeAttached();
    expect(await isFirst(home)).toBe(true);
  });

  await test.step("the colleague sees where the applicant went", async () => {
    await expect(
      desk
        .getByRole("row", { name: /Kim Candidate/ })
        .or(desk.getByRole("listitem").filter({ hasText: "Kim Candidate" }))
        .first(),
    ).toContainText("Interview");
    expect(await isFirst(desk)).toBe(true);
  });

  await test.step("while a message is being written the page asks first, and keeps it", async () => {
    const { id: second } = await createApplication({ postingId, companyId: company.id, candidate: sam });
    await opened(desk, `/employer/postings/${postingId}/applicants/${second}`);
    const words = desk.locator("main form textarea:visible").first();
    await words.fill("Half a sentence");
    await moveApplication(owner, { id: second, from: "submitted", to: "screening", message: "" });
    await desk.getByRole("button", { name: "Show it" }).click();
    await expect(desk.getByText("Something on this page changed.")).toHaveCount(0);
    await expect(words).toHaveValue("Half a sentence");
  });
});

test("the stream is for who is signed in, and ends with the session", async ({ browser, request }) => {
  expect((await request.get("/api/live", { headers: { Accept: "text/event-stream" } })).status()).toBe(401);
  const candidate = await createUser();
  expect((await request.get("/api/live", { headers: await cookieOf(candidate) })).status()).toBe(406);

  const page = await pageOf(browser, candidate);
  const first = page.waitForResponse("**/api/live");
  await page.goto("/applications");
  await first;
  const elsewhere = await pageOf(browser, candidate);
  await elsewhere.goto("/settings/sessions");
  // The browser asks once more when its stream ends, and is told that nobody is signed in.
  const second = page.waitForResponse("**/api/live");
  await elsewhere.getByRole("button", { name: "Sign out everywhere else" }).click();
  expect((await second).status()).toBe(401);
});
