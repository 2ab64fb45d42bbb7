import { settings } from "@/lib/env";
import { findSitemapDigits } from "@/lib/feeds/queries";

/** Asked at each request: a build knows neither our address nor the postings. */
export const dynamic = "force-dynamic";

/** The files of the sitemap: the pages, and the live postings in parts of at most 10,000. */
export async function GET() {
  const digits = await findSitemapDigits();
  const parts = Array.from({ length: 16 ** digits }, (_, at) =>
    digits === 0 ? "" : at.toString(16).padStart(digits, "0"),
  );
  const files = ["pages.xml", ...parts.map((prefix) => `postings-${prefix || "all"}.xml`)];
  const entries = files.map((file) => `<sitemap><loc>${settings().APP_URL}/sitemaps/${file}</loc></sitemap>`);
  return new Response(
    `<?xml version="1.0" encoding="UTF-8"?>\n<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${entries.join("")}</sitemapindex>`,
    {
      headers: { "Content-Type": "application/xml; charset=utf-8", "Cache-Control": "public, max-age=3600" },
    },
  );
}
