import { findLive } from "@/lib/applications/live";
import { currentActor, sessionToken } from "@/lib/auth/session";

/**
 * Server-sent events for our own pages: that an application of whoever is signed in, or of their company, changed. A browser that gets no stream
 * does not ask again, so this ends with the session.
 */
export async function GET(request: Request) {
  const [actor, token, live] = [await currentActor(), await sessionToken(), findLive()];
  if (!actor || !token) return new Response(null, { status: 401, headers: { "Cache-Control": "no-store" } });
  if (!request.headers.get("accept")?.includes("text/event-stream"))
    return new Response(null, { status: 406, headers: { "Cache-Control": "no-store" } });
  if (!live) return new Response(null, { status: 503, headers: { "Cache-Control": "no-store" } });
  return new Response(await live.open(actor, token, request.headers.has("last-event-id")), {
    headers: {
      "Content-Type": "text/event-stream",
      // Whatever packs or gathers an answer would hold it back.
      "Cache-Control": "private, no-store, no-transform",
      "X-Accel-Buffering": "no",
    },
  });
}
