import { requireActor } from "@/lib/auth/session";
import { toJsonResume } from "@/lib/profiles/json-resume/write";
import { findOwnResume } from "@/lib/profiles/queries/resume";

/** One's own profile as a JSON Resume, to take along. */
export async function GET() {
  const actor = await requireActor("/profile/resume.json");
  const resume = toJsonResume(await findOwnResume(actor));
  return new Response(`${JSON.stringify(resume, null, 2)}\n`, {
    headers: {
      "Content-Type": "application/json; charset=utf-8",
      "Content-Disposition": 'attachment; filename="resume.json"',
      "Cache-Control": "private, no-store",
    },
  });
}
