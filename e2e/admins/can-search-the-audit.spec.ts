import { createAdmin, createCompany, createPosting, createUser } from "@/db/factories";
import { approvePosting } from "@/lib/moderation/commands/decide";
import { cookieOf, expect, pageOf, test } from "../fixtures";

test("an admin searches the audit by who, what, which id and day, without JavaScript, and downloads what it shows", async ({
  browser,
  request,
}) => {
  const [owner, admin] = [await createUser(), await createAdmin()];
  const { id: companyId } = await createCompany({ owner });
  const { id } = await createPosting({ companyId, state: "in_review" });
  await approvePosting(admin, { id });
  const desk = await pageOf(browser, admin, { script: false });
  await desk.goto("/admin/audit");
  await desk.getByLabel("Who").fill(admin.email);
  await desk.getByLabel("What").selectOption("posting.published");
  await desk.getByLabel("Id").fill(id);
  await desk.getByLabel("Day").fill(new Date().toISOString().slice(0, 10));
  await desk.getByRole("button", { name: "Search" }).click();
  await expect(desk.getByRole("row")).toHaveCount(2);
  await expect(desk.getByRole("cell", { name: "posting.published" })).toBeVisible();
  await desk.getByLabel("Who").fill("nobody");
  await desk.getByRole("button", { name: "Search" }).click();
  await expect(desk.getByText("Enter an e-mail address.")).toBeVisible();

  const own = new URL(process.env.E2E_BASE_URL as string).origin;
  const file = await request.post("/admin/audit/export", {
    headers: { ...(await cookieOf(admin)), Origin: own },
    form: { id, what: "posting.published" },
  });
  expect(file.headers()["content-type"]).toContain("text/csv");
  const lines = (await file.text()).trim().split("\r\n");
  expect(lines).toHaveLength(2);
  expect(lines[1]).toContain(`posting.published,${admin.email},${admin.userId},${companyId},${id}`);
  const refused = await request.post("/admin/audit/export", {
    headers: { ...(await cookieOf(owner)), Origin: own },
    form: { id },
  });
  expect(refused.status()).toBe(404);
});
