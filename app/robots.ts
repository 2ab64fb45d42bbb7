import type { MetadataRoute } from "next";
import { settings } from "@/lib/env";

/** Asked at each request: a build knows neither our address nor the postings. */
export const dynamic = "force-dynamic";

/** What machines may read, and where the list of it is. Filtered lists are without end, so only postings are worth a visit. */
export default function robots(): MetadataRoute.Robots {
  return {
    rules: {
      userAgent: "*",
      allow: "/",
      disallow: ["/jobs?", "/companies?", "/api/", "/employer", "/admin", "/dev/"],
    },
    sitemap: `${settings().APP_URL}/sitemap.xml`,
  };
}
