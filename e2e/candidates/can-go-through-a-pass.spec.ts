import { createProfile, createUser } from "@/db/factories";
import { emptyProfile, findOwnMatchProfile } from "@/lib/matching/queries/own";
import { listOpenQuestions } from "@/lib/matching/queries/questions";
import { aboutText } from "@/lib/profiles/input/answer";
import { findProfile } from "@/lib/profiles/queries/profile";
import { expect, expectAccessible, pageOf, test, whenScripted } from "../fixtures";

for (const script of [true, false])
  test(`the quick questions begin with the most useful one and say what the answers bought, ${script ? "by single keys" : "without JavaScript"}`, async ({
    browser,
  }) => {
    const candidate = await createUser();
    const page = await pageOf(browser, candidate, { script });
    await page.goto("/matches");
    await expect(page.getByLabel("Your skills, with years")).toBeVisible();
    await page.getByRole("link", { name: "Answer a few questions" }).click();
    const form = page.getByRole("form", { name: "Question" });
    await expect(page.getByText("uncertain by 100 points")).toBeVisible();
    const asked: (string | null)[] = [];
    for (let answered = 1; answered <= 4; answered++) {
      const words = await form.locator("p").first().textContent();
      asked.push(words);
      const kind = words?.startsWith("How many years have you worked")
        ? "experience"
        : words?.startsWith("How many")
          ? "years"
          : words?.startsWith("What is")
            ? "degree"
            : "tag";
      if (script) await whenScripted(form);
      if (!script) {
        if (kind === "years" || kind === "experience") await form.getByRole("textbox").fill("6");
        await form.getByRole("button").first().click();
      } else if (kind === "experience") {
        await page.keyboard.press("6");
        await expect(form.getByRole("textbox")).toHaveValue("6");
        await page.keyboard.press("Enter");
      } else await page.keyboard.press(kind === "degree" ? "3" : kind === "years" ? "6" : "y");
      await expect(page.getByText(`Questions answered: ${answered}.`)).toBeVisible();
      await expect(page.getByText(/went from 100 points to \d+\./)).toBeVisible();
    }
    expect(new Set(asked).size).toBe(4);

    await test.step("what is skipped is not asked again, and can be gone through later", async () => {
      const skipped = await form.locator("p").first().textContent();
      if (script) await whenScripted(form);
      if (script) await page.keyboard.press("s");
      else await form.getByRole("button", { name: "Skip" }).click();
      await expect(form.locator("p").first()).not.toHaveText(skipped ?? "");
      await expect(page.getByText("Questions answered: 4.")).toBeVisible();
    });

    await test.step("the last answer can be taken back, and is asked anew", async () => {
      if (script) await whenScripted(form);
      if (script) await page.keyboard.press("u");
      else await page.getByRole("button", { name: "Undo" }).click();
      await expect(page.getByText("Questions answered: 3.")).toBeVisible();
      await expect(form.locator("p").first()).toHaveText(asked[3] ?? "");
      await expect(page.getByRole("button", { name: "Undo" })).toHaveCount(0);
    });
  });

for (const script of [true, false])
  test(`the years of a skill that is named without them are asked for, and taken back, ${script ? "by single keys" : "without JavaScript"}`, async ({
    browser,
  }) => {
    const candidate = await createUser();
    await createProfile(candidate, { years: 6, degreeLevel: "master", skills: [{ slug: "go" }] });
    const profile = (await findOwnMatchProfile(candidate)) ?? emptyProfile;
    const others = (await listOpenQuestions(profile, 100))
      .map(({ about }) => aboutText(about))
      .filter((about) => about !== "years:go");
    const page = await pageOf(browser, candidate, { script });
    await page.goto(`/profile/pass?${new URLSearchParams(others.map((about) => ["skip", about]))}`);
    const form = page.getByRole("form", { name: "Question" });
    await expect(form).toContainText("How many years have you used Go?");
    if (script) await expectAccessible(page);
    if (script) {
      await whenScripted(form);
      await page.keyboard.press("4");
    } else {
      await form.getByRole("textbox", { name: "Years" }).fill("4");
      await form.getByRole("button", { name: "Save" }).click();
    }
    await expect(page.getByText("Questions answered: 1.")).toBeVisible();
    const { skills } = (await findProfile(candidate)) ?? {};
    expect(skills).toMatchObject([{ slug: "go", years: 4 }]);
    if (script) await whenScripted(form);
    if (script) await page.keyboard.press("u");
    else await page.getByRole("button", { name: "Undo" }).click();
    await expect(form).toContainText("How many years have you used Go?");
  });
