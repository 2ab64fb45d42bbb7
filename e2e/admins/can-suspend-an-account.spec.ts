import { ageSessions, createAdmin, createUser } from "@/db/factories";
import { expect, expectReadable, mailTo, pageOf, test } from "../fixtures";

test("an admin suspends an account: its sessions end at once, and its owner is told, without JavaScript", async ({
  browser,
}) => {
  const [user, admin] = [await createUser(), await createAdmin()];
  const theirs = await pageOf(browser, user, { script: false });
  await theirs.goto("/settings");
  await expect(theirs.getByRole("heading", { name: "Settings" })).toBeVisible();
  const desk = await pageOf(browser, admin, { script: false });
  await desk.goto("/admin/users");
  await desk.getByLabel("E-mail address begins with").fill(user.email);
  await desk.getByRole("button", { name: "Search" }).click();
  await desk.getByRole("link", { name: user.email }).click();
  await desk.getByLabel("Reason").fill("This person insults others.");
  await desk.getByRole("button", { name: "Suspend the account" }).click();
  await expect(desk.getByText("Those whom it concerns are told by e-mail.")).toBeVisible();
  expect(await mailTo(user.email, "Your account is suspended")).toContain("This person insults others.");
  await theirs.goto("/settings");
  await expect(theirs).toHaveURL(/\/sign-in/);
});

test("an admin makes somebody an admin after a fresh sign-in", async ({ browser }) => {
  const [user, admin] = [await createUser(), await createAdmin()];
  const desk = await pageOf(browser, admin);
  await ageSessions(admin, 11);
  await desk.goto(`/admin/users/${user.userId}`);
  await expectReadable(desk);
  await desk.getByRole("button", { name: "Make this person an admin" }).click();
  await expect(desk).toHaveURL(/\/sign-in\?.*again=1/);
  const fresh = await pageOf(browser, admin);
  await fresh.goto(`/admin/users/${user.userId}`);
  await fresh.getByRole("button", { name: "Make this person an admin" }).click();
  await expect(fresh.getByText("This person is an admin now")).toBeVisible();
  await mailTo(user.email, "You are now an admin");
});
