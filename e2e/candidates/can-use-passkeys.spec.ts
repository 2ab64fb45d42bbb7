import { createUser } from "@/db/factories";
import { expect, expectReadable, mailTo, pageOf, test, whenScripted } from "../fixtures";

test("someone adds a passkey, signs in with it, renames it and removes it", async ({ browser }) => {
  const person = await createUser();
  const page = await pageOf(browser, person);
  const devices = await page.context().newCDPSession(page);
  await devices.send("WebAuthn.enable");
  const { authenticatorId } = await devices.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
    },
  });
  // A device of a test answers at once when the page asks it to fill in a passkey, before the button can be pressed.
  const stopFillingIn = () =>
    page.addInitScript(() => {
      PublicKeyCredential.isConditionalMediationAvailable = async () => false;
    });
  const fillInAgain = await stopFillingIn();
  const passkeys = page.getByRole("list", { name: "Passkeys" }).getByRole("listitem");
  const signInAnew = async () => {
    await page.context().clearCookies({ name: "backplane.session" });
    await page.goto("/sign-in?next=/settings/passkeys");
    const button = page.getByRole("button", { name: "Sign in with a passkey" });
    await whenScripted(button);
    await button.press("Enter");
  };

  await test.step("adds it by keyboard, and is told", async () => {
    await page.goto("/settings");
    await page.getByRole("link", { name: "Passkeys" }).click();
    await expect(page.getByText("You have no passkeys yet.")).toBeVisible();
    const name = page.getByLabel("Name", { exact: true });
    await expect(name).toHaveValue(/Chrome|Chromium/);
    await whenScripted(name);
    await name.fill("");
    await name.press("Enter");
    await expect(page.getByText("Enter a name for this passkey.").first()).toBeVisible();
    await name.fill("My laptop");
    await name.press("Enter");
    await expect(page.getByText("Passkey added.")).toBeVisible();
    await expect(passkeys).toContainText("My laptop");
    await mailTo(person.email, "A passkey was added to your account");
    await expectReadable(page);
  });

  await test.step("does not add the same device again", async () => {
    await page.getByLabel("Name", { exact: true }).fill("My laptop again");
    await page.getByRole("button", { name: "Add a passkey" }).click();
    await expect(page.getByText("This device has a passkey for your account already.")).toBeVisible();
    await expect(page.getByLabel("Name", { exact: true })).toHaveValue("My laptop again");
  });

  await test.step("signs in with it", async () => {
    await signInAnew();
    await expect(page).toHaveURL(/\/settings\/passkeys$/);
    await expect(passkeys).toContainText("last used on");
    await page.goto("/sign-in?again=1");
    await expectReadable(page);
  });

  await test.step("is refused when the device does not know them", async () => {
    await devices.send("WebAuthn.setUserVerified", { authenticatorId, isUserVerified: false });
    await signInAnew();
    await expect(page.getByText("No passkey was used.")).toBeVisible();
    await devices.send("WebAuthn.setUserVerified", { authenticatorId, isUserVerified: true });
    await signInAnew();
    await expect(page).toHaveURL(/\/settings\/passkeys$/);
  });

  await test.step("is signed in when the browser fills it in", async () => {
    await fillInAgain.dispose();
    await page.context().clearCookies({ name: "backplane.session" });
    await page.goto("/sign-in?next=/settings/passkeys");
    await expect(page).toHaveURL(/\/settings\/passkeys$/);
    await stopFillingIn();
  });

  await test.step("renames and removes it, and is told", async () => {
    await page.getByText("Rename My laptop").click();
    await page.getByLabel("New name").fill("Old laptop");
    await page.getByRole("button", { name: "Save name" }).click();
    await expect(page.getByText("Name saved.")).toBeVisible();
    await page.getByText("Remove Old laptop").click();
    await page.getByRole("button", { name: "Remove passkey Old laptop" }).click();
    await expect(page.getByText("You have no passkeys yet.")).toBeVisible();
    await mailTo(person.email, "A passkey was removed from your account");
    await signInAnew();
    await expect(page.getByText("We do not know this passkey.")).toBeVisible();
  });

  await test.step("hears without JavaScript that it needs it", async () => {
    const plain = await pageOf(browser, null, { script: false });
    await plain.goto("/sign-in");
    await plain.getByRole("button", { name: "Sign in with a passkey" }).click();
    await expect(plain.getByText("Passkeys need JavaScript.")).toBeVisible();
  });
});
