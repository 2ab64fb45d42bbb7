import { isId } from "@/app/_parts/id";
import { pdfAnswer } from "@/app/_parts/pdf";
import { receiptPaper } from "@/lib/applications/commands/papers";
import { findReceipt } from "@/lib/applications/queries/receipt";
import { makeReceipt } from "@/lib/applications/receipt";
import { currentActor } from "@/lib/auth/session";

/** The signed receipt of one's own application, as a file; with `?format=pdf` to read and print. */
export async function GET(request: Request, { params }: RouteContext<"/applications/[id]/receipt">) {
  const { id } = await params;
  const actor = await currentActor();
  if (actor && isId(id) && new URL(request.url).searchParams.get("format") === "pdf")
    return pdfAnswer(`receipt-${id.slice(0, 8)}`, () => receiptPaper(actor, id));
  const payload = actor && isId(id) ? await findReceipt(actor, id) : null;
  if (payload === null)
    return new Response("There is no such receipt.\n", {
      status: 404,
      headers: { "Cache-Control": "private, no-store" },
    });
  return new Response(makeReceipt(payload), {
    headers: {
      "Content-Type": "application/json; charset=utf-8",
      "Content-Disposition": `attachment; filename="receipt-${id.slice(0, 8)}.json"`,
      "Cache-Control": "private, no-store",
    },
  });
}
