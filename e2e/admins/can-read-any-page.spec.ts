import { findSeededUser } from "@/db/factories";
import { pageIsReadable } from "../readable";

for (const path of ["/admin", "/admin/imports", "/dev/mailbox"])
  pageIsReadable(path, async () => ({ path, actor: await findSeededUser("admin@example.com") }));
