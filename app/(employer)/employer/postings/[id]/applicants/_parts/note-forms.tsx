"use client";

import { Form, useForm } from "@/app/_parts/form";
import { CheckboxGroup } from "@/app/_ui/choice-field";
import { SubmitButton } from "@/app/_ui/submit-button";
import { TextArea, TextField } from "@/app/_ui/text-field";
import { type FormRecord, typed, typedList } from "@/lib/forms/state";
import { tagApplicationAction, writeNoteAction } from "../../../../actions";

/** The tags of an applicant in one field. */
export function TagForm({ id, record }: { id: string; record: FormRecord }) {
  const form = useForm(tagApplicationAction, { name: "tags", record });
  const { state } = form;
  return (
    <Form form={form} className="grid max-w-measure gap-3">
      <input type="hidden" name="id" value={id} />
      <TextField
        name="tags"
        label="Tags"
        hint="Separate tags with commas, such as “second round, relocation”."
        errors={state.fieldErrors?.tags}
        defaultValue={typed(state, "tags")}
      />
      <div>
        <SubmitButton look="secondary" size="sm" waiting="Saving…">
          Save tags
        </SubmitButton>
      </div>
    </Form>
  );
}

/** A note, and which colleagues are told of it. */
export function NoteForm({
  id,
  colleagues,
}: {
  id: string;
  colleagues: readonly { id: string; name: string }[];
}) {
  const form = useForm(writeNoteAction, { name: "note" });
  const { state } = form;
  return (
    <Form form={form} className="grid max-w-measure gap-3">
      <input type="hidden" name="id" value={id} />
      <TextArea
        name="text"
        id="note-text"
        label="Note"
        rows={3}
        errors={state.fieldErrors?.text}
        defaultValue={typed(state, "text")}
      />
      {colleagues.length > 0 && (
        <CheckboxGroup
          name="mentioned"
          label="Mention"
          hint="We send them the note by e-mail."
          columns
          options={colleagues.map(({ id, name }) => ({ value: id, label: name }))}
          errors={state.fieldErrors?.mentioned}
          defaultValue={typedList(state, "mentioned")}
        />
      )}
      <div>
        <SubmitButton look="secondary" size="sm" waiting="Saving…">
          Save note
        </SubmitButton>
      </div>
    </Form>
  );
}
