import { createAdmin, createCompany, createPosting, unique } from "@/db/factories";
import { expect, expectReadable, pageOf, test } from "../fixtures";

const incomplete = async (title: string) =>
  createPosting({
    companyId: (await createCompany()).id,
    title,
    state: "draft",
    salary: null,
    origin: { source: "json:acme", externalId: unique("id"), externalUrl: "https://acme.example/jobs" },
  });

for (const script of [true, false])
  test(`an admin enters what an imported posting does not state, and discards another, ${script ? "with" : "without"} JavaScript`, async ({
    browser,
  }) => {
    const [kept, spare] = [`${unique("Ledger")} Developer`, `${unique("Spare")} Developer`] as const;
    const { id } = await incomplete(kept);
    await incomplete(spare);
    const desk = await pageOf(browser, await createAdmin(), { script });
    await desk.goto(`/admin/postings/${id}`);
    await desk.getByRole("button", { name: "Save and put in review" }).click();
    await expect(desk.getByLabel("From")).toHaveAttribute("aria-invalid", "true");
    await desk.getByLabel("From").fill("60k");
    await desk.getByLabel("To", { exact: true }).fill("80k");
    await desk.getByLabel("Currency").selectOption("EUR");
    await desk.getByRole("button", { name: "Save and put in review" }).click();
    await expect(desk.getByText("Posting completed. It is in review.")).toBeVisible();
    await expect(desk.getByRole("button", { name: "Approve and publish" })).toBeVisible();
    await desk.goto("/admin/imports");
    if (script) await expectReadable(desk);
    const box = desk.getByLabel(`Select ${spare}`);
    const next = desk.getByRole("link", { name: "Next page" });
    while (!(await box.isVisible())) await next.click();
    await box.check();
    await desk.getByRole("button", { name: "Discard the selected imports" }).click();
    await expect(desk.getByText("Imports discarded.")).toBeVisible();
    await expect(box).toBeHidden();
  });
