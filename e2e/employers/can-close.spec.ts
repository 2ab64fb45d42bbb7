import { createCompany, createPosting, createUser, unique } from "@/db/factories";
import { expect, pageOf, test } from "../fixtures";

for (const script of [true, false])
  for (const [button, state] of [
    ["Close as filled", "Filled"],
    ["Close as withdrawn", "Withdrawn"],
  ] as const)
    test(`an employer closes a posting (${state}), and its page says so, ${script ? "with" : "without"} JavaScript`, async ({
      browser,
    }) => {
      const owner = await createUser();
      const title = `${unique("Ledger")} Developer`;
      const { id: companyId } = await createCompany({ owner });
      const { slug } = await createPosting({ companyId, title });
      const office = await pageOf(browser, owner, { script });
      const visitor = await pageOf(browser, null, { script });
      expect((await visitor.goto(`/jobs/${slug}`))?.status()).toBe(200);
      await office.goto("/employer");
      await office.getByRole("link", { name: title }).click();
      await office.getByRole("button", { name: button }).click();
      await expect(office.getByText(state, { exact: true }).first()).toBeVisible();
      expect((await visitor.reload())?.status()).toBe(410);
      await expect(visitor.getByRole("heading", { name: title })).toBeVisible();
      await expect(visitor.getByRole("link", { name: "Apply", exact: true })).toHaveCount(0);
    });
