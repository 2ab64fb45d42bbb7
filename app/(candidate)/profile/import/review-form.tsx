"use client";

import { Form, useForm } from "@/app/_parts/form";
import { showProof } from "@/app/_parts/show-proof";
import { CheckboxGroup } from "@/app/_ui/choice-field";
import { Section } from "@/app/_ui/section";
import { SubmitButton } from "@/app/_ui/submit-button";
import { typedList } from "@/lib/forms/state";
import type { Review } from "@/lib/profiles/resume/review";
import { ReadEvidencePart } from "./_parts/read-evidence";
import { ReadPerson } from "./_parts/read-person";
import { ReadSkills } from "./_parts/read-skills";
import { ReadStudies } from "./_parts/read-studies";
import { importResumeAction } from "./actions";

const parts = [
  ["job", "Jobs"],
  ["project", "Projects"],
  ["publication", "Publications"],
  ["text", "About you"],
  ["link", "Links"],
] as const;

/** All ticked that the profile does not say yet: one click or the space key refuses it. What is in focus has its words shown in the text. */
export function ReviewForm({ shown, email }: { shown: Review; email: string }) {
  const form = useForm(importResumeAction, { name: "review" });
  const { state } = form;
  return (
    <Form form={form} onFocus={showProof} className="grid gap-10">
      <ReadPerson state={state} shown={shown} email={email} />
      {parts.map(([kind, title]) => {
        const pieces = shown.evidence.filter((piece) => piece.kind === kind);
        return (
          pieces.length > 0 && <ReadEvidencePart key={kind} title={title} pieces={pieces} state={state} />
        );
      })}
      {shown.education.length > 0 && <ReadStudies studies={shown.education} state={state} />}
      {(shown.skills.length > 0 || shown.otherSkills.length > 0) && (
        <ReadSkills skills={shown.skills} others={shown.otherSkills} state={state} />
      )}
      {shown.responsibilities.length > 0 && (
        <Section title="Responsibilities" note={`${shown.responsibilities.length} found`}>
          <div data-proof-of="responsibility:">
            <CheckboxGroup
              name="responsibilities"
              label={<span className="sr-only">Responsibilities</span>}
              options={shown.responsibilities.map(({ slug, label, own }) => ({
                value: slug,
                label,
                hint: own && "Already in your profile",
              }))}
              errors={state.fieldErrors?.responsibilities}
              defaultValue={typedList(
                state,
                "responsibilities",
                shown.responsibilities.map(({ slug }) => slug),
              )}
            />
          </div>
        </Section>
      )}
      <div>
        <SubmitButton waiting="Importing…">Import</SubmitButton>
      </div>
    </Form>
  );
}
