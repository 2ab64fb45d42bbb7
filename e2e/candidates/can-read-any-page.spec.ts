import { findSeededUser } from "@/db/factories";
import { listOwnApplications } from "@/lib/applications/queries/applications";
import { pageIsReadable } from "../readable";

/** Someone of the demonstration, so that each page has something on it. */
const candidate = () => findSeededUser("candidate@example.com");

for (const path of [
  "/matches",
  "/matches?gates=hide",
  "/matches/what-if",
  "/matches?skill=kafka&workplace=remote",
  "/profile",
  "/profile/pass",
  "/profile/visibility",
  "/profile/import",
  "/profile/education/new",
  "/saved",
  "/saved/new?skill=go&workplace=remote",
  "/jobs?skill=go",
  "/applications",
  "/notifications",
  "/settings",
  "/applications?show=ended",
])
  pageIsReadable(path, async () => ({ path, actor: await candidate() }));

pageIsReadable("/applications/[id]", async () => {
  const actor = await candidate();
  const [sent] = (await listOwnApplications(actor)).applications;
  return { actor, path: `/applications/${sent?.id}?recompute=1` };
});

pageIsReadable("/jobs/[slug] of what was applied for", async () => {
  const actor = await candidate();
  const [sent] = (await listOwnApplications(actor)).applications;
  return { actor, path: `/jobs/${sent?.slug}` };
});
