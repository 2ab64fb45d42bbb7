import { isId } from "@/app/_parts/id";
import { downloadResume } from "@/lib/applications/commands/files";
import { currentActor } from "@/lib/auth/session";
import { asRefusal, DomainError, errorStatus } from "@/lib/errors";
import { countUse } from "@/lib/forms/limits";
import type { ResumeFileKind } from "@/lib/profiles/lists";

export const dynamic = "force-dynamic";

const types: Record<ResumeFileKind, string> = {
  pdf: "application/pdf",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  odt: "application/vnd.oasis.opendocument.text",
  txt: "text/plain",
};

/** A file that goes along with an application, for those who may open it. It is a stranger's, so a browser only ever stores it; `proxy.ts` adds the policy. */
export async function POST(request: Request) {
  try {
    const actor = await currentActor();
    const id = (await request.formData().catch(() => null))?.get("id");
    if (!actor || !isId(id)) throw new DomainError("not_found", "This file does not exist.");
    await countUse("action", actor.userId);
    const { name, kind, bytes } = await downloadResume(actor, { id });
    return new Response(new Uint8Array(bytes), {
      headers: {
        "Content-Type": types[kind],
        "Content-Disposition": `attachment; filename="resume.${kind}"; filename*=UTF-8''${asParameter(name)}`,
        "X-Content-Type-Options": "nosniff",
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

/** As RFC 8187 writes a text that is not plain ASCII. */
const asParameter = (text: string) =>
  encodeURIComponent(text).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
