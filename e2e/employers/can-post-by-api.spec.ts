import { ageSessions, createAdmin, createCompany, createUser, unique } from "@/db/factories";
import { approvePosting } from "@/lib/moderation/commands/decide";
import { expect, expectReadable, mailTo, pageOf, test } from "../fixtures";
import { createKeyedCompany, postingBody } from "../keyed-company";
import { signInByCode } from "../steps";

for (const script of [true, false]) {
  const without = script ? "with" : "without";

  test(`an owner can create a key, post with it and revoke it, ${without} JavaScript`, async ({
    browser,
    request,
  }) => {
    const owner = await createUser();
    const name = unique("Tallyhaven");
    await createCompany({ name, owner });
    const page = await pageOf(browser, owner, { script });
    let secret = "";
    const put = () =>
      request.put("/api/v1/company/postings/REQ-1", {
        headers: { Authorization: `Bearer ${secret}` },
        data: postingBody,
      });

    await test.step("with a mistake first, which is told at its field", async () => {
      await page.goto("/employer/company");
      await page.getByRole("link", { name: "Keys", exact: true }).click();
      await page.getByLabel("publish, change and close postings").uncheck();
      await page.getByLabel("read where the postings that it sent stand").uncheck();
      await page.getByRole("button", { name: "Create key" }).click();
      await expect(page.getByText("Enter what the key is for.").first()).toBeVisible();
      await expect(page.getByText("Choose what the key may do.").first()).toBeVisible();
      if (script) await expectReadable(page);
    });

    await test.step("and see it this once", async () => {
      await page.getByLabel("What the key is for").fill("Our ATS");
      await page.getByLabel("publish, change and close postings").check();
      await page.getByRole("button", { name: "Create key" }).click();
      const shown = page.getByText(/^bpk_[\w-]{43}$/);
      await expect(shown).toBeVisible();
      secret = (await shown.textContent()) as string;
      if (script) await expectReadable(page);
      await mailTo(owner.email, `A key of ${name} was created`);
      await page.getByRole("link", { name: "Done, I have copied it" }).click();
      await expect(page.getByRole("button", { name: "Create key" })).toBeVisible();
      await expect(page.getByText(`${secret.slice(0, 10)}…`)).toBeVisible();
      expect(await page.content()).not.toContain(secret);
    });

    await test.step("post with it", async () => {
      const answer = await put();
      expect(answer.status()).toBe(201);
      const { data } = await answer.json();
      await page.goto(new URL(data.url).pathname);
      await expect(page.getByRole("heading", { name: "Ledger Developer" }).first()).toBeVisible();
      await page.goto("/employer/keys");
      await expect(page.getByText("last used on")).toBeVisible();
    });

    await test.step("and revoke it, after signing in again", async () => {
      await ageSessions(owner, 11);
      await page.getByText("Revoke Our ATS").first().click();
      await page.getByRole("button", { name: "Revoke Our ATS" }).click();
      await expect(page.getByText("Sign in again to confirm that it is you.")).toBeVisible();
      await signInByCode(page, owner.email);
      await expect(page.getByRole("heading", { name: `Keys of ${name}` })).toBeVisible();
      await page.getByText("Revoke Our ATS").first().click();
      await page.getByRole("button", { name: "Revoke Our ATS" }).click();
      await expect(page.getByText("Key revoked.")).toBeVisible();
      expect((await put()).status()).toBe(401);
      await mailTo(owner.email, `A key of ${name} was revoked`);
    });
  });
}

test("a program can post, change and close over HTTP", async ({ request }) => {
  const { secret, body } = await createKeyedCompany();
  const headers = { Authorization: `Bearer ${secret}` };
  const at = `/api/v1/company/postings/${encodeURIComponent("REQ/2026 ü")}`;
  const first = await request.put(at, { headers, data: body });
  expect(first.status()).toBe(201);
  const { data } = await first.json();
  expect(data.externalId).toBe("REQ/2026 ü");
  const again = await request.put(at, { headers, data: body });
  expect([again.status(), (await again.json()).changed]).toEqual([200, false]);

  await approvePosting(await createAdmin(), { id: data.id });
  const { url } = (await (await request.get(at, { headers })).json()).data;
  expect((await request.get(new URL(url).pathname)).status()).toBe(200);
  const more = { ...body, salary: { ...body.salary, max: 90_000 } };
  expect((await (await request.put(at, { headers, data: more })).json()).data).toMatchObject({
    state: "published",
    waits: true,
  });

  expect((await (await request.delete(at, { headers })).json()).data.state).toBe("closed");
  expect((await request.get(new URL(url).pathname)).status()).toBe(410);
  expect((await request.put(at, { headers, data: body })).status()).toBe(409);
  const refused = await request.put("/api/v1/company/postings/REQ-2", { headers, data: { title: "x" } });
  expect(refused.status()).toBe(422);
  expect((await refused.json()).error.fields.map(({ path }: { path: string }) => path)).toContain(
    "salary.min",
  );
  expect((await request.put(at, { data: body })).status()).toBe(401);
});
