import { isBoardReady } from "@/lib/board/start";
import { findReadiness } from "@/lib/web/queries";

/** That it can serve: 200, or 503 with the reason. */
export async function GET() {
  const database = await findReadiness();
  const isLoading = database.ready && !(await isBoardReady().catch(() => false));
  const { ready, reason } = isLoading ? { ready: false, reason: "the board is loading" } : database;
  return Response.json(ready ? { ready } : { ready, reason }, {
    status: ready ? 200 : 503,
    headers: { "Cache-Control": "no-store", ...(!ready && { "Retry-After": "2" }) },
  });
}
