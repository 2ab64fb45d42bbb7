import { formatDay, formatTime } from "@/app/_parts/dates";
import { Section } from "@/app/_ui/section";
import { tagsForm } from "@/lib/applications/form";
import { listColleagues, listNotes, listTags } from "@/lib/applications/queries/notes";
import type { Actor } from "@/lib/auth/input";
import { formRecord } from "@/lib/forms/changes";
import { NoteForm, TagForm } from "./note-forms";

/** What members write on an applicant for each other: tags, and notes with the latest first. */
export async function Notes({ actor, id, companyId }: { actor: Actor; id: string; companyId: string }) {
  const [notes, tags, colleagues] = await Promise.all([
    listNotes(actor, id),
    listTags(actor, [id]),
    listColleagues(actor, companyId),
  ]);
  return (
    <Section id="notes" title="Notes and tags" note="Only members of your company see them">
      <div className="grid gap-6">
        <TagForm id={id} record={formRecord(tagsForm(tags.get(id) ?? []))} />
        <NoteForm id={id} colleagues={colleagues} />
        {notes.length > 0 && (
          <ol aria-label="Notes" className="grid gap-4">
            {notes.map((note) => (
              <li key={note.id} className="border-l-2 border-rule pl-4">
                <p className="text-sm text-ink-3">
                  <span className="font-medium text-ink-2">{note.writer ?? "A former member"}</span>{" "}
                  <time dateTime={note.at.toISOString()}>
                    {formatDay(note.at)}, {formatTime(note.at)}
                  </time>
                </p>
                <p className="max-w-measure break-words whitespace-pre-wrap">{note.text}</p>
              </li>
            ))}
          </ol>
        )}
      </div>
    </Section>
  );
}
