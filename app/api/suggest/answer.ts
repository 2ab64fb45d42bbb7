import { asRefusal, errorStatus } from "@/lib/errors";

/** The answer to `?q=`: `{ suggestions }`, which may be kept for a minute. A refusal has none. */
export async function suggested(request: Request, find: (q: string) => Promise<unknown[]>) {
  const q = new URL(request.url).searchParams.get("q") ?? "";
  try {
    return Response.json(
      { suggestions: await find(q) },
      { headers: { "Cache-Control": "public, max-age=60" } },
    );
  } catch (error) {
    const refusal = asRefusal(error);
    if (!refusal) throw error;
    return Response.json({ suggestions: [] }, { status: errorStatus[refusal.code] });
  }
}
