"use client";

import { Form, useForm } from "@/app/_parts/form";
import { Section } from "@/app/_ui/section";
import { SubmitButton } from "@/app/_ui/submit-button";
import { TextField } from "@/app/_ui/text-field";
import { type FormRecord, typed } from "@/lib/forms/state";
import { schedulePostingAction } from "../actions";

/** When a posting becomes public. `isApproved`: it waits for that time alone. */
export function ScheduleForm({
  id,
  record,
  isApproved,
}: {
  id: string;
  record: FormRecord;
  isApproved: boolean;
}) {
  const form = useForm(schedulePostingAction, { name: "schedule", record });
  const { state } = form;
  return (
    <Section title="Publication date" className="mt-10">
      <Form form={form} className="grid max-w-measure gap-4">
        <input type="hidden" name="id" value={id} />
        <TextField
          name="publishAt"
          type="datetime-local"
          label="Publish on (UTC)"
          hint={
            isApproved
              ? "The posting is approved and goes live at this time. Leave the field empty to publish it now."
              : "Leave the field empty to publish the posting as soon as it is approved."
          }
          errors={state.fieldErrors?.publishAt}
          defaultValue={typed(state, "publishAt")}
          className="max-w-60"
        />
        <div>
          <SubmitButton look="secondary" waiting="Saving…">
            Save publication date
          </SubmitButton>
        </div>
      </Form>
    </Section>
  );
}
