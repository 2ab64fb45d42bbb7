import { settings } from "@/lib/env";
import { listSitemapPart } from "@/lib/feeds/queries";

const pages = ["/", "/jobs", "/companies", "/salaries", "/terms", "/privacy", "/contact"];

/** One file of the sitemap. Addresses are slugs of ours, so nothing in them needs escaping. */
export async function GET(_: Request, { params }: RouteContext<"/sitemaps/[name]">) {
  const { name } = await params;
  const prefix = /^postings-(all|[0-9a-f]{1,8})\.xml$/.exec(name)?.[1];
  if (name !== "pages.xml" && !prefix) return new Response("There is no such file.", { status: 404 });
  const entries = prefix
    ? await postingsOf(prefix === "all" ? "" : prefix)
    : pages.map((path) => entry(path));
  return new Response(
    `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${entries.join("")}</urlset>`,
    {
      headers: { "Content-Type": "application/xml; charset=utf-8", "Cache-Control": "public, max-age=3600" },
    },
  );
}

const postingsOf = async (prefix: string) =>
  (await listSitemapPart(prefix)).map(({ slug, changedAt }) => entry(`/jobs/${slug}`, changedAt));

const entry = (path: string, changedAt?: Date) =>
  `<url><loc>${settings().APP_URL}${path}</loc>${changedAt ? `<lastmod>${changedAt.toISOString()}</lastmod>` : ""}</url>`;
