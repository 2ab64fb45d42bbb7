import { asRefusal, errorStatus } from "@/lib/errors";

/** A PDF that `make` gives, as a file of that name; where it is refused, the reason as text. */
export async function pdfAnswer(name: string, make: () => Promise<Uint8Array>): Promise<Response> {
  const headers = { "Cache-Control": "private, no-store" };
  try {
    return new Response(new Uint8Array(await make()), {
      headers: {
        ...headers,
        "Content-Type": "application/pdf",
        "Content-Disposition": `attachment; filename="${name}.pdf"`,
      },
    });
  } catch (error) {
    const refusal = asRefusal(error);
    if (!refusal) throw error;
    return new Response(`${refusal.message}\n`, { status: errorStatus[refusal.code], headers });
  }
}
