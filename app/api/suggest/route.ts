import { asRefusal, errorStatus } from "@/lib/errors";
import { findReading } from "@/lib/search/queries/reading";
import { listSuggestions } from "@/lib/search/queries/text";

/** What the search box offers while one types. For our own pages; programs have `/api/v1`. */
export async function GET(request: Request) {
  const q = new URL(request.url).searchParams.get("q") ?? "";
  try {
    const [suggestions, reading] = await Promise.all([listSuggestions(q), findReading(q)]);
    return Response.json({ suggestions, reading }, { headers: { "Cache-Control": "public, max-age=60" } });
  } catch (error) {
    const refusal = asRefusal(error);
    if (!refusal) throw error;
    return Response.json({ suggestions: [], reading: null }, { status: errorStatus[refusal.code] });
  }
}
