import { settings } from "@/lib/env";
import { findSitemapDigits, type SitemapKind } from "@/lib/feeds/queries";

/** Asked at each request: a build knows neither our address nor the postings. */
export const dynamic = "force-dynamic";

/** The files of the sitemap: the pages, the skills, and the companies and live postings in parts of at most 10,000. */
export async function GET() {
  const parts = await Promise.all([partsOf("companies"), partsOf("postings")]);
  const files = ["pages.xml", "skills.xml", ...parts.flat()];
  const entries = files.map((file) => `<sitemap><loc>${settings().APP_URL}/sitemaps/${file}</loc></sitemap>`);
  return new Response(
    `<?xml version="1.0" encoding="UTF-8"?>\n<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${entries.join("")}</sitemapindex>`,
    {
      headers: { "Content-Type": "application/xml; charset=utf-8", "Cache-Control": "public, max-age=3600" },
    },
  );
}

async function partsOf(kind: SitemapKind): Promise<string[]> {
  const digits = await findSitemapDigits(kind);
  if (digits === 0) return [`${kind}-all.xml`];
  return Array.from(
    { length: 16 ** digits },
    (_, at) => `${kind}-${at.toString(16).padStart(digits, "0")}.xml`,
  );
}
