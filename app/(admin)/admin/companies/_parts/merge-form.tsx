"use client";

import { Form, useForm } from "@/app/_parts/form";
import { FoldSection } from "@/app/_ui/fold-section";
import { SubmitButton } from "@/app/_ui/submit-button";
import { TextField } from "@/app/_ui/text-field";
import { typed } from "@/lib/forms/state";
import { mergeCompanyAction } from "../../actions";

/** Merges the company into another one, which is named by its address. */
export function MergeForm({ companyId, name }: { companyId: string; name: string }) {
  const form = useForm(mergeCompanyAction, { name: "merge" });
  const { state } = form;
  return (
    <FoldSection title="Merge into another company" isOpen={state.message !== undefined}>
      <Form form={form} className="grid gap-4">
        <input type="hidden" name="companyId" value={companyId} />
        <p className="text-ink-2">
          The postings, applicants, members and followers of {name} go to the other company, and its address
          leads there. This cannot be undone.
        </p>
        <TextField
          name="into"
          label="Address of the other company"
          hint="Such as tallyhaven, or the whole address of its page."
          errors={state.fieldErrors?.into}
          defaultValue={typed(state, "into")}
        />
        <div>
          <SubmitButton look="danger" waiting="Merging…">
            Merge the companies
          </SubmitButton>
        </div>
      </Form>
    </FoldSection>
  );
}
