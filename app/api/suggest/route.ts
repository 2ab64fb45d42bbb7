import { asRefusal, errorStatus } from "@/lib/errors";
import { listSuggestions } from "@/lib/search/queries/text";

/** What the search box offers while one types. For our own pages; programs have `/api/v1`. */
export async function GET(request: Request) {
  const q = new URL(request.url).searchParams.get("q") ?? "";
  try {
    return Response.json(await listSuggestions(q), { headers: { "Cache-Control": "public, max-age=60" } });
  } catch (error) {
    const refusal = asRefusal(error);
    if (!refusal) throw error;
    return Response.json([], { status: errorStatus[refusal.code] });
  }
}
