"use client";

import { Form, useForm } from "@/app/_parts/form";
import { showProof } from "@/app/_parts/show-proof";
import { CheckboxGroup } from "@/app/_ui/choice-field";
import { Section } from "@/app/_ui/section";
import { SubmitButton } from "@/app/_ui/submit-button";
import { type ProposalGroup, proposalGroups } from "@/lib/postings/lists";
import type { Proposal } from "@/lib/postings/proposals";
import { acceptTagsAction } from "../../../actions";

const headings: Record<ProposalGroup, string> = {
  workplace: "Workplace",
  employment: "Employment",
  hiring: "Countries where you can hire",
  place: "Places",
  salary: "Pay",
  experience: "Experience",
  degree: "Degree",
  skill: "Skills",
  responsibility: "Responsibilities",
};

type Shown = Pick<Proposal, "key" | "group" | "label" | "note">;

/** All tags are selected at first: a click or the space key clears one. The words of the focused tag are highlighted in the text. */
export function TagsForm({ id, proposals }: { id: string; proposals: readonly Shown[] }) {
  const form = useForm(acceptTagsAction, { name: "tags" });
  return (
    <Form
      form={form}
      onFocus={showProof}
      className="lg:sticky lg:top-6 lg:max-h-[calc(100dvh-3rem)] lg:self-start lg:overflow-y-auto"
    >
      <Section title="Tags" note={`${proposals.length} found`} className="grid gap-5">
        <input type="hidden" name="id" value={id} />
        {proposalGroups.flatMap((group) => {
          const own = proposals.filter((proposal) => proposal.group === group);
          if (own.length === 0) return [];
          return (
            <CheckboxGroup
              key={group}
              name="accept"
              id={`accept-${group}`}
              label={headings[group]}
              options={own.map(({ key, label, note }) => ({ value: key, label, hint: note }))}
              defaultValue={own.map(({ key }) => key)}
            />
          );
        })}
        <div className="sticky bottom-0 border-t border-rule bg-paper py-3">
          <SubmitButton waiting="Saving…">Accept selected tags</SubmitButton>
        </div>
      </Section>
    </Form>
  );
}
