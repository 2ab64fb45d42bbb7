import { createUser, unique } from "@/db/factories";
import { expect, expectReadable, mailTo, pageOf, test } from "../fixtures";
import { codeIn, signInByCode } from "../steps";

test("someone moves their account to another address, and who has the old one takes it back", async ({
  browser,
}) => {
  const person = await createUser();
  const to = `${unique("new")}@example.com`;
  const page = await pageOf(browser, person, { script: false });
  const elsewhere = await pageOf(browser, person);

  await test.step("asks for it", async () => {
    await page.goto("/settings");
    await page.getByRole("link", { name: "Change your e-mail address" }).click();
    await page.getByLabel("New e-mail address").fill(person.email);
    await page.getByRole("button", { name: "Send the codes" }).click();
    await expect(page.getByText("This is your address already.").first()).toBeVisible();
    await expect(page.getByLabel("New e-mail address")).toHaveValue(person.email);
    await page.getByLabel("New e-mail address").fill(to);
    await page.getByRole("button", { name: "Send the codes" }).click();
  });

  await test.step("enters the two codes", async () => {
    const [newer, older] = [
      codeIn(await mailTo(to, "Confirm your new address")),
      codeIn(await mailTo(person.email, "changes your address")),
    ];
    await page.getByLabel(`Code sent to ${to}`).fill(newer);
    await page.getByLabel(`Code sent to ${person.email}`).fill("22222222");
    await page.getByRole("button", { name: "Change the address" }).click();
    await expect(
      page.getByText(`This is not the code in the e-mail to ${person.email}.`).first(),
    ).toBeVisible();
    await expect(page.getByLabel(`Code sent to ${to}`)).toHaveValue(newer);
    await elsewhere.goto("/settings/address");
    await expectReadable(elsewhere);
    await page.getByLabel(`Code sent to ${person.email}`).fill(older);
    await page.getByRole("button", { name: "Change the address" }).click();
    await expect(page.getByText("Address changed.")).toBeVisible();
    await expect(page.getByText(`You are signed in as ${to}.`)).toBeVisible();
    await elsewhere.goto("/settings");
    await expect(elsewhere).toHaveURL(/\/sign-in/);
  });

  await test.step("takes it back by the link in the mail to the old address", async () => {
    const mail = await mailTo(person.email, "Your account moved to another address");
    const link = /http\S+\/restore\/\S+/.exec(mail)?.[0] as string;
    await elsewhere.goto(link);
    await elsewhere.getByRole("button", { name: "This was not me" }).click();
    await expect(elsewhere.getByText("Your account has its old address again.")).toBeVisible();
    await signInByCode(elsewhere, person.email);
    await expect(elsewhere).toHaveURL(/\/$/);
    await elsewhere.goto("/settings");
    await expect(elsewhere.getByText(`You are signed in as ${person.email}.`)).toBeVisible();
    await page.goto("/settings");
    await expect(page).toHaveURL(/\/sign-in/);
    expect((await elsewhere.goto(link))?.status()).toBe(404);
  });
});
