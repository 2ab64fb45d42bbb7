import { randomUUID } from "node:crypto";
import { createCompany, createPosting, createUser } from "@/db/factories";
import { startNameServer } from "@/lib/companies/testing";
import { closePosting } from "@/lib/postings/commands/close";
import { isSignedWith, receiverHost, somePublicAddress, startReceiver } from "@/lib/webhooks/testing";
import { expect, expectReadable, mailTo, pageOf, test } from "../fixtures";

const portOf = (name: "DNS_SERVER" | "WEBHOOK_RECEIVER") => Number(process.env[name]?.split(":")[1]);

// Both tests need the one name server and the one receiver that the product is told of.
test.describe.configure({ mode: "serial" });

for (const script of [true, false]) {
  test(`an owner can have a program told what happens, ${script ? "with" : "without"} JavaScript`, async ({
    browser,
  }) => {
    const names = await startNameServer(portOf("DNS_SERVER"));
    const host = `${randomUUID()}.${receiverHost}`;
    names.hosts.set(host, [somePublicAddress]);
    const receiver = await startReceiver(undefined, portOf("WEBHOOK_RECEIVER"));
    try {
      const owner = await createUser();
      const company = await createCompany({ owner });
      const page = await pageOf(browser, owner, { script });
      let secret = "";

      await test.step("after a mistake, which is told at its field", async () => {
        await page.goto("/employer/company");
        await page.getByRole("link", { name: "Webhooks", exact: true }).click();
        await page.getByLabel("Address of your program").fill(`http://${host}/in`);
        await page.getByRole("button", { name: "Create webhook" }).click();
        await expect(page.getByText("Enter an address that begins with https://.").first()).toBeVisible();
        if (script) await expectReadable(page);
      });

      await test.step("with a secret that is shown once", async () => {
        await page.getByLabel("Address of your program").fill(`https://${host}/in`);
        await page.getByRole("button", { name: "Create webhook" }).click();
        const shown = page.getByText(/^whsec_/);
        await expect(shown).toBeVisible();
        secret = (await shown.textContent()) as string;
        await mailTo(owner.email, `A webhook of ${company.name} was created`);
        await page.getByRole("link", { name: "Done, I have copied it" }).click();
        await page.getByRole("link", { name: `https://${host}/in` }).click();
        expect(await page.content()).not.toContain(secret);
      });

      const shows = (words: string | RegExp) =>
        expect(async () => {
          await page.getByRole("link", { name: "Reload this page" }).click();
          await expect(page.getByText(words).first()).toBeVisible({ timeout: 500 });
        }).toPass({ timeout: 30_000 });

      await test.step("by a test, and by what happens", async () => {
        await page.getByRole("button", { name: "Send a test" }).click();
        await shows(/Your program answered 204\./);
        const posting = await createPosting({ companyId: company.id });
        await closePosting(owner, { id: posting.id, reason: "filled", answer: "each" });
        await expect.poll(() => receiver.received.length, { timeout: 30_000 }).toBe(2);
        for (const one of receiver.received) expect(isSignedWith(secret, one)).toBe(true);
        const [, closed] = receiver.received.map(({ body }) => JSON.parse(body));
        expect(closed).toMatchObject({ type: "posting.closed", data: { posting: { id: posting.id } } });
        await shows("A posting was closed");
        if (script) await expectReadable(page);
      });

      await test.step("again, and no more after it is deleted", async () => {
        await page.getByRole("button", { name: "Send again" }).first().click();
        await expect.poll(() => receiver.received.length, { timeout: 30_000 }).toBe(3);
        await page.getByRole("button", { name: "Delete webhook" }).click();
        await expect(page.getByText("Webhook deleted.")).toBeVisible();
      });
    } finally {
      await receiver.stop();
      await names.stop();
    }
  });
}
