"use client";

import { Form, useForm } from "@/app/_parts/form";
import { RadioGroup } from "@/app/_ui/choice-field";
import { SubmitButton } from "@/app/_ui/submit-button";
import { type FormRecord, typed } from "@/lib/forms/state";
import { type MailKind, mailTimes } from "@/lib/notifications/lists";
import { mailWords, timeWords } from "@/lib/notifications/words";
import { chooseMailsAction } from "./actions";

/** When mails of each of these kinds come. */
export function MailForm({ kinds, record }: { kinds: readonly MailKind[]; record: FormRecord }) {
  const form = useForm(chooseMailsAction, { name: "mails", record });
  const { state } = form;
  return (
    <Form form={form} className="grid max-w-measure gap-5">
      {kinds.map((kind) => (
        <RadioGroup
          key={kind}
          name={kind}
          label={mailWords[kind]}
          inline
          options={mailTimes.map((value) => ({ value, label: timeWords[value] }))}
          errors={state.fieldErrors?.[kind]}
          defaultValue={typed(state, kind)}
        />
      ))}
      <div>
        <SubmitButton waiting="Saving…">Save</SubmitButton>
      </div>
    </Form>
  );
}
