"use client";

import { applicationWords } from "@/app/_parts/application-state";
import { Form, useForm } from "@/app/_parts/form";
import { RadioGroup } from "@/app/_ui/choice-field";
import { Notice } from "@/app/_ui/notice";
import { Section } from "@/app/_ui/section";
import { SubmitButton } from "@/app/_ui/submit-button";
import { TextArea } from "@/app/_ui/text-field";
import type { ApplicationState } from "@/lib/applications/lists";
import { typed } from "@/lib/forms/state";
import { moveApplicationAction } from "../../../../actions";

export function MoveForm({ id, from, to }: { id: string; from: ApplicationState; to: ApplicationState[] }) {
  const form = useForm(moveApplicationAction, { name: "move" });
  const { state } = form;
  if (to.length === 0)
    return <Notice title={`This application is closed: ${applicationWords[from].toLowerCase()}.`} />;
  return (
    <Section title="Your answer">
      <Form form={form} className="grid gap-5">
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="from" value={from} />
        <RadioGroup
          name="to"
          label="Move to"
          options={to.map((value) => ({ value, label: applicationWords[value] }))}
          errors={state.fieldErrors?.to}
          defaultValue={typed(state, "to")}
        />
        <TextArea
          name="message"
          label="Message to the candidate"
          hint="We send it by e-mail. If you reject the application, give a reason; the candidate will read it."
          rows={5}
          errors={state.fieldErrors?.message}
          defaultValue={typed(state, "message")}
        />
        <SubmitButton waiting="Moving…">Move and notify the candidate</SubmitButton>
      </Form>
    </Section>
  );
}
