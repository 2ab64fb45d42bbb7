import type { Page } from "@playwright/test";
import { createUser } from "@/db/factories";
import { lockedPdf, resumePdf, scannedPdf } from "@/lib/profiles/resume/testing";
import { expect, expectReadable, pageOf, test, whenScripted } from "../fixtures";

for (const script of [true, false]) {
  test(`a candidate imports a résumé, corrects it and keeps it, ${script ? "with" : "without"} JavaScript`, async ({
    browser,
  }) => {
    const page = await pageOf(browser, await createUser(), { script });

    await test.step("they find the way from their profile", async () => {
      await page.goto("/profile");
      await page.getByRole("link", { name: "Import a résumé" }).click();
      await expect(page.getByRole("heading", { name: "Import a résumé" })).toBeVisible();
    });

    await test.step("what was read stands beside its text", async () => {
      await page.goto("/profile/import");
      await page.getByLabel("File").setInputFiles({
        name: "cv.pdf",
        mimeType: "application/pdf",
        buffer: await resumePdf("Kim Sample"),
      });
      await send(page);
      await expect(page.getByRole("heading", { name: "Check your résumé" })).toBeVisible();
      await expect(page.getByLabel("Name", { exact: true }).first()).toHaveValue("Kim Sample");
      await expect(page.getByLabel("Senior Backend Engineer, Northwind Traders").first()).toBeChecked();
      await expect(page.getByText("BSc, Informatics, Example University").first()).toBeVisible();
      await expect(page.locator("mark", { hasText: "Northwind Traders" })).toBeVisible();
      await expect(page.getByText("Basket weaving").first()).toBeVisible();
    });

    await test.step("a field in focus shows the words that prove it", async () => {
      const shown = page.locator("mark[data-shown]", { hasText: "Northwind Traders" });
      const job = page.getByLabel("Senior Backend Engineer, Northwind Traders").first();
      if (script) await whenScripted(job);
      await job.focus();
      await expect(shown).toHaveCount(script ? 1 : 0);
      if (!script) return;
      // Far down in the form the text is still beside it, and moved to what is in focus.
      await page.getByLabel("Years of Kubernetes").focus();
      await expect(page.locator("mark[data-shown]", { hasText: "Kubernetes" })).toBeInViewport();
    });

    await test.step("they take off what is wrong and mend what is not quite right", async () => {
      const job = page.getByRole("group", { name: "Software Developer, Contoso Ltd" });
      await job.getByText("Edit", { exact: true }).click();
      await job.getByLabel("From").fill("some day");
      await job.getByLabel("Title").fill("Backend Developer");
      await page.getByRole("listitem").filter({ hasText: "Docker" }).getByRole("checkbox").uncheck();
      await page.getByLabel("Years of Go").fill("4");
      await page.getByRole("button", { name: "Import", exact: true }).click();
      await expect(page.getByText("Enter a date like 2018-09, Sept 2018 or 2018.").first()).toBeVisible();
      await expect(page.getByLabel("Years of Go")).toHaveValue("4");
      await expect(
        page.getByRole("listitem").filter({ hasText: "Docker" }).getByRole("checkbox"),
      ).not.toBeChecked();
      const again = page.getByRole("group", { name: "Software Developer, Contoso Ltd" });
      await expect(again.getByLabel("Title")).toHaveValue("Backend Developer");
      await again.getByLabel("From").fill("Jan 2018");
    });

    await test.step("and keep it: the profile says it, with what shows it", async () => {
      await page.getByRole("button", { name: "Import", exact: true }).click();
      await expect(page.getByText("Imported. Your profile is updated.")).toBeVisible();
      await expect(page.getByText("Kim Sample", { exact: false }).first()).toBeVisible();
      await expect(page.getByText("Experience", { exact: true })).toBeVisible();
      await expect(page.getByRole("link", { name: "Backend Developer", exact: true })).toBeVisible();
      const skills = page.getByRole("list", { name: "Your skills" });
      await expect(skills).toContainText("Kubernetes");
      await expect(skills).not.toContainText("Docker");
    });

    await test.step("saving the skills of the profile leaves the evidence", async () => {
      await page.getByRole("link", { name: "Change Skills" }).click();
      const shown = page.getByText("Shown by Senior Backend Engineer, Northwind Traders").first();
      await expect(shown).toBeVisible();
      await page.getByRole("button", { name: "Save", exact: true }).click();
      await expect(page.getByText("Profile saved.")).toBeVisible();
      await page.getByRole("link", { name: "Change Skills" }).click();
      await expect(shown).toBeVisible();
    });
  });

  test(`what cannot be read is refused beside the field, with the way out, ${script ? "with" : "without"} JavaScript`, async ({
    browser,
  }) => {
    const page = await pageOf(browser, await createUser(), { script });
    await page.goto("/profile/import");
    await send(page);
    await expect(page.getByText("Choose a file, or paste the text below.").first()).toBeVisible();
    for (const [name, buffer, words] of [
      ["locked.pdf", lockedPdf(), "locked with a password"],
      ["scan.pdf", scannedPdf(), "We found no text in this file"],
      ["empty.pdf", Buffer.alloc(0), "This file is empty"],
      [
        "cv.pdf",
        Buffer.from("89504e470d0a1a0a0000000d4948445200000001000000010806000000", "hex"),
        "This is a picture",
      ],
      ["long.pdf", Buffer.alloc(5 * 1024 * 1024 + 1, "a"), "larger than 5 MB"],
      [
        "resume.json",
        Buffer.from('{"work": [{"position": ["Developer"], "startDate": "2019"}]}'),
        "work[0].position must be text",
      ],
    ] as const) {
      await page.getByLabel("File").setInputFiles({ name, mimeType: "application/octet-stream", buffer });
      await send(page);
      const fault = page.locator("#file-error");
      await expect(fault).toContainText(words);
      await expect(fault).toContainText(/paste/);
    }
    await page.goto("/profile");
    await expect(page.getByRole("heading", { name: "Jobs" })).toBeVisible();
    await expect(page.getByText("Northwind")).toHaveCount(0);
  });

  test(`text can be pasted, read, and discarded, ${script ? "with" : "without"} JavaScript`, async ({
    browser,
  }) => {
    const page = await pageOf(browser, await createUser(), { script });
    await page.goto("/profile/import");
    await page.getByLabel("Or paste the text").fill("Kim Sample\n\nSkills\nErlang, Redis");
    await send(page);
    await expect(page.getByRole("checkbox", { name: "Erlang" })).toBeChecked();
    await page.getByRole("button", { name: "Discard everything" }).click();
    await expect(page.getByText("Discarded. Nothing was saved.")).toBeVisible();
    await page.goto("/profile");
    await expect(page.getByText("Erlang")).toHaveCount(0);
  });
}

test("a refusal and what was read are readable, on a phone in dark and at a desk in light", async ({
  browser,
}) => {
  const page = await pageOf(browser, await createUser());
  await page.goto("/profile/import");
  await send(page);
  await expect(page.locator("#file-error")).toBeVisible();
  await expectReadable(page);
  await page
    .getByLabel("File")
    .setInputFiles({ name: "cv.pdf", mimeType: "application/pdf", buffer: await resumePdf() });
  await send(page);
  await expect(page.getByRole("heading", { name: "Check your résumé" })).toBeVisible();
  for (const fold of await page.getByText("Edit", { exact: true }).all()) await fold.click();
  await expectReadable(page);
  await page.getByRole("button", { name: "Import", exact: true }).click();
  await expect(page.getByText("Imported. Your profile is updated.")).toBeVisible();
  await expectReadable(page);
  await page.getByRole("link", { name: "Senior Backend Engineer" }).click();
  await expect(page.getByRole("heading", { name: "What it shows" })).toBeVisible();
  await expectReadable(page);
});

test("all of it can be done with the keyboard alone", async ({ browser }) => {
  const page = await pageOf(browser, await createUser());
  await page.goto("/profile/import");
  await page.getByLabel("Or paste the text").focus();
  await page.keyboard.insertText(
    "Kim Sample\n\nExperience\nDeveloper, Acme, 2019 – 2021\n- Built APIs in Go\n\nSkills\nGo, Redis",
  );
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Check your résumé" })).toBeVisible();
  await page.getByRole("checkbox", { name: "Redis" }).focus();
  await page.keyboard.press("Space");
  const keep = page.getByRole("button", { name: "Import", exact: true });
  while (!(await keep.evaluate((button) => button === document.activeElement)))
    await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Imported. Your profile is updated.")).toBeVisible();
  const skills = page.getByRole("list", { name: "Your skills" });
  await expect(skills).toContainText("Go");
  await expect(skills).toContainText("shown by 1 piece of evidence");
  await expect(skills).not.toContainText("Redis");
});

const send = (page: Page) => page.getByRole("button", { name: "Read résumé" }).click();
