import { findSeededUser } from "@/db/factories";
import { pageIsReadable } from "../readable";

for (const path of [
  "/admin",
  "/admin/reports",
  "/admin/appeals",
  "/admin/imports",
  "/admin/companies",
  "/admin/users",
  "/admin/audit",
  "/dev/mailbox",
])
  pageIsReadable(path, async () => ({ path, actor: await findSeededUser("admin@example.com") }));
