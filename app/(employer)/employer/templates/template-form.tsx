"use client";

import { Form, useForm } from "@/app/_parts/form";
import { SubmitButton } from "@/app/_ui/submit-button";
import { TextArea, TextField } from "@/app/_ui/text-field";
import { type FormRecord, typed } from "@/lib/forms/state";
import { createTemplateAction, editTemplateAction } from "./actions";

/** Name and text of a template: of one that exists by its `id`, or of a new one of a company. */
export function TemplateForm({
  record,
  ...of
}: { record: FormRecord } & ({ id: string } | { companyId: string })) {
  const form = useForm("id" in of ? editTemplateAction : createTemplateAction, { name: "template", record });
  const { state } = form;
  return (
    <Form form={form} className="grid max-w-measure gap-5">
      {"id" in of ? (
        <input type="hidden" name="id" value={of.id} />
      ) : (
        <input type="hidden" name="companyId" value={of.companyId} />
      )}
      <TextField
        name="name"
        label="Name"
        hint="Only your company sees it."
        errors={state.fieldErrors?.name}
        defaultValue={typed(state, "name")}
      />
      <TextArea
        name="text"
        label="Text"
        hint="{candidate}, {posting} and {company} are replaced by the names of each."
        rows={8}
        errors={state.fieldErrors?.text}
        defaultValue={typed(state, "text")}
      />
      <div>
        <SubmitButton waiting="Saving…">Save template</SubmitButton>
      </div>
    </Form>
  );
}
