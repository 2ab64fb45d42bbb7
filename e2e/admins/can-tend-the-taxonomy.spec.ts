import { createAdmin, createCompany, createPosting, unique } from "@/db/factories";
import { slugOf } from "@/lib/slug";
import { expect, expectReadable, pageOf, test } from "../fixtures";

test("an admin adds and names skills, and merges and retires them without JavaScript", async ({
  browser,
  request,
}) => {
  const [first, second] = [unique("Ledgerlang"), unique("Tallylang")];
  const other = `${first} script`;
  const read = async (name: string) => {
    const answer = await request.post("/api/v1/tag", {
      data: { text: `Experience with ${name} is a must.` },
    });
    return (await answer.json()).skills.map(({ slug }: { slug: string }) => slug);
  };
  const admin = await createAdmin();
  const desk = await pageOf(browser, admin);
  for (const name of [first, second]) {
    await desk.goto(`/admin/taxonomy?name=${name}`);
    await desk.getByLabel("Category").selectOption("language");
    await desk.getByLabel("Other names").fill("golang");
    await desk.getByRole("button", { name: "Add the skill" }).click();
    await expect(desk.getByText("“golang” leads to Go.").first()).toBeVisible();
    await desk.getByLabel("Other names").fill("");
    await desk.getByRole("button", { name: "Add the skill" }).click();
    await expect(desk.getByText("Skill added.")).toBeVisible();
  }
  const [one, two] = [slugOf(first), slugOf(second)];
  const company = await createCompany();
  const title = `${unique("Ledger")} Developer`;
  await createPosting({ companyId: company.id, title, skills: [{ slug: one }] });

  await desk.goto(`/admin/taxonomy/${one}`);
  await expectReadable(desk);
  await desk.getByLabel("Another name").fill(other);
  await desk.getByRole("button", { name: "Add the name" }).click();
  await expect(desk.getByText("Name added.")).toBeVisible();
  expect(await read(other)).toEqual([one]);

  const plain = await pageOf(browser, admin, { script: false });
  await plain.goto(`/admin/taxonomy/${one}`);
  await plain.locator("summary", { hasText: "Merge into another skill" }).click();
  await plain.getByLabel("The other skill").fill("nothing like it");
  await plain.getByRole("button", { name: "Merge the skills" }).click();
  await expect(plain.getByText("We do not know a skill called “nothing like it”.").first()).toBeVisible();
  await plain.getByLabel("The other skill").fill(second);
  await plain.getByRole("button", { name: "Merge the skills" }).click();
  await expect(plain.getByText("The skills are merged.")).toBeVisible();
  expect(await read(other)).toEqual([two]);
  const moved = async (at: string) => (await request.get(at, { maxRedirects: 0 })).headers().location;
  expect(await moved(`/skills/${one}`)).toMatch(new RegExp(`/skills/${two}$`));
  expect(await moved(`/jobs?skill=${one}`)).toMatch(new RegExp(`/jobs\\?skill=${two}$`));
  await plain.goto(`/jobs?skill=${one}`);
  await expect(plain.getByRole("link", { name: title, exact: true })).toBeVisible();

  await plain.goto(`/admin/taxonomy/${one}`);

  await plain.getByRole("button", { name: "Retire this skill" }).click();
  await expect(plain.getByText("Skill retired.")).toBeVisible();
  expect(await read(other)).toEqual([]);
  expect((await request.get(`/skills/${two}`)).status()).toBe(410);
  await plain.getByRole("button", { name: "Offer it again" }).click();
  await expect(plain.getByText("The skill is offered again.")).toBeVisible();
  expect((await request.get(`/skills/${two}`)).status()).toBe(200);
});

test("an admin reads what a skill implies and is related to by the names of the skills", async ({
  browser,
}) => {
  const desk = await pageOf(browser, await createAdmin());
  await desk.goto("/admin/taxonomy/django");
  await desk.getByRole("definition").getByRole("link", { name: "Python", exact: true }).click();
  await expect(desk.getByRole("heading", { name: "Python", level: 1 })).toBeVisible();
  await expectReadable(desk);
});
