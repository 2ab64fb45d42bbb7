import { settings } from "@/lib/env";
import { listSitemapPart, listSkillsInUse } from "@/lib/feeds/queries";

const pages = [
  "/",
  "/jobs",
  "/companies",
  "/salaries",
  "/transparency",
  "/api",
  "/terms",
  "/privacy",
  "/contact",
];

/** One file of the sitemap. Addresses are slugs of ours, so nothing in them needs escaping. */
export async function GET(_: Request, { params }: RouteContext<"/sitemaps/[name]">) {
  const entries = await entriesOf((await params).name);
  if (!entries) return new Response("There is no such file.", { status: 404 });
  return new Response(
    `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${entries.join("")}</urlset>`,
    {
      headers: { "Content-Type": "application/xml; charset=utf-8", "Cache-Control": "public, max-age=3600" },
    },
  );
}

async function entriesOf(name: string): Promise<string[] | null> {
  if (name === "pages.xml") return pages.map((path) => entry(path));
  if (name === "skills.xml") return (await listSkillsInUse()).map((slug) => entry(`/skills/${slug}`));
  const [, kind, part] = /^(postings|companies)-(all|[0-9a-f]{1,8})\.xml$/.exec(name) ?? [];
  if (!part || (kind !== "postings" && kind !== "companies")) return null;
  const folder = kind === "postings" ? "/jobs" : "/companies";
  const listed = await listSitemapPart(kind, part === "all" ? "" : part);
  return listed.map(({ slug, changedAt }) => entry(`${folder}/${slug}`, changedAt));
}

const entry = (path: string, changedAt?: Date | null) =>
  `<url><loc>${settings().APP_URL}${path}</loc>${changedAt ? `<lastmod>${changedAt.toISOString()}</lastmod>` : ""}</url>`;
