"use client";

import { useActionState } from "react";
import { CheckboxGroup } from "@/app/_ui/choice-field";
import { ErrorSummary } from "@/app/_ui/error-summary";
import { Notice } from "@/app/_ui/notice";
import { Section } from "@/app/_ui/section";
import { SubmitButton } from "@/app/_ui/submit-button";
import { typedList, untouched } from "@/lib/forms/state";
import type { EvidenceKind, OwnEvidence } from "@/lib/profiles/input/resume";
import { keepEvidence } from "../actions";
import { EvidenceFields } from "./evidence-fields";

type Offered = { slug: string; label: string; ticked: boolean; hint?: string };
type Props = {
  kind: EvidenceKind;
  piece?: OwnEvidence;
  /** What it may show; none for a new one, whose text is still to be written. */
  skills?: readonly Offered[];
  responsibilities?: readonly Offered[];
};

export function EvidenceForm({ kind, piece, skills = [], responsibilities = [] }: Props) {
  const [state, action] = useActionState(keepEvidence, untouched);
  return (
    <form action={action} className="grid max-w-3xl gap-8" noValidate>
      <ErrorSummary state={state} />
      {state.message && !state.fieldErrors && <Notice tone="danger" live title={state.message} />}
      <input type="hidden" name="kind" value={kind} />
      {piece && <input type="hidden" name="id" value={piece.id} />}
      <EvidenceFields kind={kind} piece={piece} name={(part) => part} state={state} />
      {skills.length + responsibilities.length > 0 && (
        <Section title="What it shows" note="Read in its text, or ticked by you">
          <div className="grid gap-6">
            {skills.length > 0 && (
              <CheckboxGroup
                name="skills"
                label="Skills"
                columns
                options={optionsOf(skills)}
                errors={state.fieldErrors?.skills}
                defaultValue={typedList(state, "skills", tickedOf(skills))}
              />
            )}
            {responsibilities.length > 0 && (
              <CheckboxGroup
                name="responsibilities"
                label="Responsibilities"
                options={optionsOf(responsibilities)}
                errors={state.fieldErrors?.responsibilities}
                defaultValue={typedList(state, "responsibilities", tickedOf(responsibilities))}
              />
            )}
          </div>
        </Section>
      )}
      <div>
        <SubmitButton waiting="Keeping…">Keep</SubmitButton>
      </div>
    </form>
  );
}

const optionsOf = (offered: readonly Offered[]) =>
  offered.map(({ slug, label, hint }) => ({ value: slug, label, hint }));
const tickedOf = (offered: readonly Offered[]) =>
  offered.flatMap(({ slug, ticked }) => (ticked ? [slug] : []));
