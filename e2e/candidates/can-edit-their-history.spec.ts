import { readFile } from "node:fs/promises";
import { createEvidence, createUser } from "@/db/factories";
import { expect, pageOf, test } from "../fixtures";

for (const script of [true, false])
  test(`a candidate changes, adds and removes jobs, projects and studies, and takes all of it along, ${script ? "with" : "without"} JavaScript`, async ({
    browser,
  }) => {
    const candidate = await createUser({ name: "Kim Sample" });
    await createEvidence(candidate, { organisation: "Contoso Ltd" });
    const page = await pageOf(browser, candidate, { script });
    const keep = () => page.getByRole("button", { name: "Save", exact: true }).click();
    await page.goto("/profile");

    await test.step("a job is changed, and a project added", async () => {
      await page.getByRole("link", { name: "Developer", exact: true }).click();
      await page.getByLabel("Company").fill("Contoso GmbH");
      await keep();
      await expect(page.getByText("Contoso GmbH, since Mar 2019")).toBeVisible();
      await page.getByRole("link", { name: "Add a project" }).click();
      await expect(page.getByRole("heading", { name: "Add a project" })).toBeVisible();
      await page.getByLabel("Name", { exact: true }).fill("tinyqueue");
      await page.getByLabel("What it is, and your part in it").fill("A job queue in Rust.");
      await keep();
      await expect(page.getByRole("checkbox", { name: "Rust" })).toBeChecked();
      await keep();
      await expect(page.getByText("Shows Rust")).toBeVisible();
    });

    await test.step("a study is changed, another one added and removed", async () => {
      await page.getByRole("link", { name: "BSc" }).click();
      await page.getByLabel("School").fill("Example Institute");
      await keep();
      await page.getByRole("link", { name: "Add education" }).click();
      await page.getByLabel("Level", { exact: true }).selectOption("Master’s");
      await page.getByLabel("School").fill("Another University");
      await keep();
      await page.getByRole("link", { name: "Another University" }).click();
      await page.getByRole("button", { name: "Remove" }).click();
      await expect(page.getByText("Example Institute")).toBeVisible();
      await expect(page.getByText("Another University")).toHaveCount(0);
    });

    await test.step("all of it is taken along as a JSON Resume", async () => {
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("link", { name: "Download as JSON Resume" }).click(),
      ]);
      expect(download.suggestedFilename()).toBe("resume.json");
      const resume = JSON.parse(await readFile(await download.path(), "utf8"));
      expect(resume).toMatchObject({
        basics: { name: "Kim Sample", email: candidate.email },
        work: [{ name: "Contoso GmbH", position: "Developer", startDate: "2019-03" }],
        projects: [{ name: "tinyqueue" }],
        education: [{ institution: "Example Institute", studyType: "BSc" }],
      });
    });

    await test.step("a job is removed", async () => {
      await page.getByRole("link", { name: "Developer", exact: true }).click();
      await page.getByRole("button", { name: "Remove" }).click();
      await expect(page.getByText("Removed from your profile.")).toBeVisible();
      await expect(page.getByText("Contoso GmbH")).toHaveCount(0);
    });
  });
