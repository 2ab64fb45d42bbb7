"use client";

import { Form, useForm } from "@/app/_parts/form";
import { SubmitButton } from "@/app/_ui/submit-button";
import { TextArea } from "@/app/_ui/text-field";
import { typed } from "@/lib/forms/state";
import { pasteAdvertAction } from "../../actions";

export function PasteForm({ companyId }: { companyId: string }) {
  const form = useForm(pasteAdvertAction, { name: "advert" });
  const { state } = form;
  return (
    <Form form={form} className="grid max-w-3xl gap-6">
      <input type="hidden" name="companyId" value={companyId} />
      <TextArea
        name="text"
        label="Advert text"
        hint="Plain text, HTML or Markdown, copied from where it is published. It becomes the description of a draft."
        errors={state.fieldErrors?.text}
        defaultValue={typed(state, "text")}
        rows={18}
      />
      <div>
        <SubmitButton waiting="Reading…">Read advert</SubmitButton>
      </div>
    </Form>
  );
}
