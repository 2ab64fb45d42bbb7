import { expect, pageOf, test } from "../fixtures";
import { createCandidate, createOffice } from "../people";
import { addSkill } from "../steps";

/** Languages that no other test and nobody of the demonstration knows. */
const languages = { true: ["Smalltalk", "Prolog"], false: ["Fortran", "Tcl"] } as const;

for (const script of [true, false]) {
  const [old, rare] = languages[`${script}`];
  test(`the form of a posting shows how its must-haves narrow the field, ${script ? "live" : "once it is saved"}`, async ({
    browser,
  }) => {
    const { owner } = await createOffice();
    const slugs = [old, rare].map((name) => ({ slug: name.toLowerCase() }));
    for (let i = 0; i < 13; i++) await createCandidate({ skills: i < 7 ? slugs : slugs.slice(0, 1) });
    const office = await pageOf(browser, owner, { script });
    const meter = office.getByRole("complementary").getByRole("status").filter({ hasText: "candidates" });
    const alone = new RegExp(
      `^At least 10 candidates meet every must-have; without ${old}, at least \\d+ more would.$`,
    );
    const keep = async () => {
      if (!script) await office.getByRole("button", { name: "Save draft", exact: true }).click();
    };
    await office.goto("/employer/postings/new");
    await expect(meter).toContainText("You have not added a must-have yet.");
    await addSkill(office, old);
    await keep();
    await expect(meter).toHaveText(alone);
    await addSkill(office, rare);
    await keep();
    await expect(meter).toHaveText(
      `At least 5 candidates meet every must-have; without ${rare}, at least 5 more would.`,
    );
    await office.getByLabel(`Years required of ${script ? rare : "skill 2"}`).fill("40");
    await keep();
    await expect(meter).toHaveText(
      `Fewer than 5 candidates meet every must-have; without ${rare} for 40 years, at least 10 more would.`,
    );
    await expect(office.getByText("Without any other must-have: fewer than 5 more.")).toBeVisible();
    if (script) await office.getByRole("button", { name: `make ${rare} nice to have` }).click();
    else await office.getByLabel("Skill 2 is").selectOption("Nice to have");
    await keep();
    await expect(meter).toHaveText(alone);
  });
}
