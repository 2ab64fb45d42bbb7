"use client";

import { Form, useForm } from "@/app/_parts/form";
import { FoldSection } from "@/app/_ui/fold-section";
import { SubmitButton } from "@/app/_ui/submit-button";
import { TextField } from "@/app/_ui/text-field";
import { typed } from "@/lib/forms/state";
import { mergeSkillsAction } from "../actions";

/** Merges the skill into another one, which is named as people type it. */
export function MergeSkillForm({ slug, label }: { slug: string; label: string }) {
  const form = useForm(mergeSkillsAction, { name: "merge-skill" });
  const { state } = form;
  return (
    <FoldSection title="Merge into another skill" isOpen={state.message !== undefined}>
      <Form form={form} className="grid gap-4">
        <input type="hidden" name="slug" value={slug} />
        <p className="text-ink-2">
          Postings, profiles and companies that have {label} have the other skill from then on. Its names, its
          address and searches for it lead there. Applications keep what was stored with them. This cannot be
          undone.
        </p>
        <TextField
          name="into"
          label="The other skill"
          hint="By its name, such as Kubernetes."
          errors={state.fieldErrors?.into}
          defaultValue={typed(state, "into")}
        />
        <div>
          <SubmitButton look="danger" waiting="Merging…">
            Merge the skills
          </SubmitButton>
        </div>
      </Form>
    </FoldSection>
  );
}
