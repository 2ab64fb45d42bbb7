import { isId } from "@/app/_parts/id";
import { pdfAnswer } from "@/app/_parts/pdf";
import { exportApplicants } from "@/lib/applications/commands/export";
import { applicantsPaper } from "@/lib/applications/commands/papers";
import { currentActor } from "@/lib/auth/session";
import { asRefusal, DomainError, errorStatus } from "@/lib/errors";
import { countUse } from "@/lib/forms/limits";

export const dynamic = "force-dynamic";

/** The applicants of the posting `id` as a table for spreadsheets, sent page by page; with the format `pdf` to read and print. */
export async function POST(request: Request) {
  try {
    const actor = await currentActor();
    const form = await request.formData().catch(() => null);
    const id = form?.get("id");
    if (!actor || !isId(id)) throw new DomainError("not_found", "We cannot find this posting.");
    await countUse("dataExport", actor.userId);
    if (form?.get("format") === "pdf") return await pdfAnswer("applicants", () => applicantsPaper(actor, id));
    const lines = await exportApplicants(actor, id);
    const encoder = new TextEncoder();
    const body = new ReadableStream<Uint8Array>({
      // The mark by which spreadsheets know that it is UTF-8.
      start: (stream) => stream.enqueue(encoder.encode("\uFEFF")),
      async pull(stream) {
        const { done, value } = await lines.next();
        if (done) stream.close();
        else stream.enqueue(encoder.encode(value));
      },
      cancel: () => lines.return(undefined).then(() => {}),
    });
    return new Response(body, {
      headers: {
        "Content-Type": "text/csv; charset=utf-8",
        "Content-Disposition": 'attachment; filename="applicants.csv"',
        "Cache-Control": "private, no-store",
      },
    });
  } catch (error) {
    const refusal = asRefusal(error);
    if (!refusal) throw error;
    return new Response(`${refusal.message}\n`, {
      status: errorStatus[refusal.code],
      headers: { "Cache-Control": "private, no-store" },
    });
  }
}
