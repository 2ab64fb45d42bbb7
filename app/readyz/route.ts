import { findReadiness } from "@/lib/background/queries";

/** That it can serve: 200, or 503 with the reason. */
export async function GET() {
  const { ready, reason } = await findReadiness();
  return Response.json(ready ? { ready } : { ready, reason }, {
    status: ready ? 200 : 503,
    headers: { "Cache-Control": "no-store", ...(!ready && { "Retry-After": "2" }) },
  });
}
