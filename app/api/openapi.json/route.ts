import { settings } from "@/lib/env";
import { apiDocument } from "../_parts/document";

/** Asked at each request: a build does not know our address. */
export const dynamic = "force-dynamic";

/** The API in OpenAPI 3.1, for generators of clients and for people who prefer it so. */
export const GET = () =>
  Response.json(apiDocument(settings().APP_URL), {
    headers: { "Cache-Control": "public, max-age=300", "Access-Control-Allow-Origin": "*" },
  });
