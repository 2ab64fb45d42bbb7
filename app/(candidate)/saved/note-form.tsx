"use client";

import { Form, useForm } from "@/app/_parts/form";
import { SubmitButton } from "@/app/_ui/submit-button";
import { TextArea } from "@/app/_ui/text-field";
import { type FormRecord, typed } from "@/lib/forms/state";
import { noteSavedAction } from "./actions";

/** The note on one saved posting: folded away until it is wanted, and open while something in it is wrong. */
export function NoteForm({
  postingId,
  title,
  hasNote,
  record,
}: {
  postingId: string;
  title: string;
  hasNote: boolean;
  record: FormRecord;
}) {
  const form = useForm(noteSavedAction, { name: `note-${postingId}`, record });
  const { state } = form;
  return (
    <details key={record.version} open={Boolean(state.message)}>
      <summary className="link inline-flex min-h-9 items-center text-sm">
        {hasNote ? "Edit note" : "Add a note"}
        <span className="sr-only"> on {title}</span>
      </summary>
      <Form form={form} at={postingId} className="grid max-w-measure gap-3 py-3">
        <input type="hidden" name="postingId" value={postingId} />
        <TextArea
          id={`note-${postingId}`}
          name="note"
          label="Note"
          hint="Only you can read it."
          rows={3}
          errors={state.fieldErrors?.note}
          defaultValue={typed(state, "note")}
        />
        <div>
          <SubmitButton look="secondary" size="sm" waiting="Saving…">
            Save note
          </SubmitButton>
        </div>
      </Form>
    </details>
  );
}
