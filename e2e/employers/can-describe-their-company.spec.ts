import sharp from "sharp";
import { createCompany, createPosting, createUser, unique } from "@/db/factories";
import { expect, expectReadable, pageOf, test } from "../fixtures";

const logo = (background: string) =>
  sharp({ create: { width: 120, height: 60, channels: 3, background } })
    .png()
    .toBuffer();

for (const script of [true, false])
  test(`an owner can describe their company in its people's words, ${script ? "with" : "without"} JavaScript`, async ({
    browser,
    request,
  }) => {
    const owner = await createUser();
    const company = await createCompany({ name: unique("Tallyhaven"), owner });
    await createPosting({ companyId: company.id });
    const office = await pageOf(browser, owner, { script });
    const visitor = await pageOf(browser, null, { script });
    await office.goto("/employer/company");

    await test.step("what they build, with what, and how they work", async () => {
      await office.locator("#description").fill("We run **ledgers**.");
      await office.locator("#working").fill("Small teams, <script>alert(1)</script> and reviews.");
      await office.locator("#benefits").fill("- Four days a week");
      await office.locator("#stack").fill("golang, Rocketology");
      await office.getByRole("button", { name: "Save", exact: true }).click();
      await expect(office.getByText("We do not know “Rocketology”.").first()).toBeVisible();
      await expect(office.locator("#benefits")).toHaveValue("- Four days a week");
      await office.locator("#stack").fill("golang, k8s");
      await office.getByRole("button", { name: "Save", exact: true }).click();
      await expect(office.getByText("Changes saved.")).toBeVisible();
      await expect(office.locator("#stack")).toHaveValue("Go, Kubernetes");
    });

    await test.step("a logo, and no drawing in its place", async () => {
      await office.getByLabel("Picture").setInputFiles({
        name: "logo.png",
        mimeType: "image/png",
        buffer: Buffer.from("<svg onload='x()'/>"),
      });
      await office.getByRole("button", { name: "Upload logo" }).click();
      await expect(office.getByText("Choose a PNG, JPEG or WebP picture.").first()).toBeVisible();
      await office
        .getByLabel("Picture")
        .setInputFiles({ name: "logo.png", mimeType: "image/png", buffer: await logo("#aa2200") });
      await office.getByRole("button", { name: "Upload logo" }).click();
      await expect(office.getByRole("button", { name: "Replace logo" })).toBeVisible();
      if (script) await expectReadable(office);
    });

    await test.step("visitors read it at once", async () => {
      await visitor.goto(`/companies/${company.slug}`);
      await expect(visitor.locator("strong", { hasText: "ledgers" })).toBeVisible();
      await expect(visitor.getByText("Small teams, <script>alert(1)</script> and reviews.")).toBeVisible();
      await expect(visitor.getByText("Four days a week")).toBeVisible();
      await expect(visitor.getByRole("link", { name: "Kubernetes" })).toBeVisible();
      if (script) await expectReadable(visitor);
      const address = await visitor.locator("h1 img").getAttribute("src");
      const answer = await request.get(address as string);
      expect(answer.headers()).toMatchObject({
        "content-type": "image/webp",
        "x-content-type-options": "nosniff",
        "cache-control": "public, max-age=31536000, immutable",
      });
      await visitor.goto(`/companies?q=${company.name}`);
      await expect(visitor.getByText("1 open posting")).toBeVisible();
      await expect(visitor.locator(`img[src="${address}"]`)).toHaveCount(1);
    });

    await test.step("a removed logo is gone, on shared pages too", async () => {
      await office.getByRole("button", { name: "Remove logo" }).click();
      await expect(office.getByRole("button", { name: "Upload logo" })).toBeVisible();
      await visitor.goto(`/companies/${company.slug}`);
      await expect(visitor.locator("h1 img")).toHaveCount(0);
    });
  });
