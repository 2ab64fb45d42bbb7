import { createUser } from "@/db/factories";
import { expect, expectReadable, pageOf, test } from "../fixtures";
import { signInByCode } from "../steps";

for (const script of [true, false])
  test(`someone sees where they are signed in, and signs out there, ${script ? "with" : "without"} JavaScript`, async ({
    browser,
  }) => {
    const person = await createUser();
    const [here, phone, lost] = [
      await pageOf(browser, null, { script }),
      await pageOf(browser, person, { script }),
      await pageOf(browser, person, { script }),
    ];
    await here.goto("/sign-in?next=/settings/sessions");
    await signInByCode(here, person.email);
    const sessions = here.getByRole("list", { name: "Sessions" }).getByRole("listitem");
    await expect(sessions).toHaveCount(3);
    const mine = sessions.filter({ hasText: "This browser" });
    await expect(mine).toContainText(/Chrome|Chromium/);
    await expect(mine).toContainText("Signed in");
    if (script) await expectReadable(here);

    await here.getByRole("button", { name: "Sign out Unknown browser" }).first().click();
    await expect(here.getByText("Signed out there.")).toBeVisible();
    await expect(sessions).toHaveCount(2);

    await here.getByRole("button", { name: "Sign out everywhere else" }).click();
    await expect(sessions).toHaveCount(1);
    for (const other of [phone, lost]) {
      await other.goto("/settings");
      await expect(other).toHaveURL(/\/sign-in/);
    }
    await here.goto("/settings");
    await expect(here.getByText(`You are signed in as ${person.email}.`)).toBeVisible();
  });
