"use client";

import { Form, useForm } from "@/app/_parts/form";
import { CheckboxGroup } from "@/app/_ui/choice-field";
import { Section } from "@/app/_ui/section";
import { SubmitButton } from "@/app/_ui/submit-button";
import { type FormRecord, typedList } from "@/lib/forms/state";
import type { EvidenceKind } from "@/lib/profiles/lists";
import { saveEvidenceAction } from "../actions";
import { EvidenceFields } from "./evidence-fields";

type Offered = { slug: string; label: string; hint?: string };
type Props = {
  kind: EvidenceKind;
  /** None for a new piece. */
  id?: string;
  record: FormRecord;
  /** What it may show; none for a new one, whose text is still to be written. */
  skills?: readonly Offered[];
  responsibilities?: readonly Offered[];
};

export function EvidenceForm({ kind, id, record, skills = [], responsibilities = [] }: Props) {
  const form = useForm(saveEvidenceAction, { name: "evidence", record });
  const { state } = form;
  return (
    <Form form={form} className="grid max-w-3xl gap-8">
      <input type="hidden" name="kind" value={kind} />
      {id && <input type="hidden" name="id" value={id} />}
      <EvidenceFields kind={kind} name={(part) => part} state={state} />
      {skills.length + responsibilities.length > 0 && (
        <Section title="What it shows" note="Found in the text, or chosen by you">
          <div className="grid gap-6">
            {skills.length > 0 && (
              <CheckboxGroup
                name="skills"
                label="Skills"
                columns
                options={optionsOf(skills)}
                errors={state.fieldErrors?.skills}
                defaultValue={typedList(state, "skills")}
              />
            )}
            {responsibilities.length > 0 && (
              <CheckboxGroup
                name="responsibilities"
                label="Responsibilities"
                options={optionsOf(responsibilities)}
                errors={state.fieldErrors?.responsibilities}
                defaultValue={typedList(state, "responsibilities")}
              />
            )}
          </div>
        </Section>
      )}
      <div>
        <SubmitButton waiting="Saving…">Save</SubmitButton>
      </div>
    </Form>
  );
}

const optionsOf = (offered: readonly Offered[]) =>
  offered.map(({ slug, label, hint }) => ({ value: slug, label, hint }));
