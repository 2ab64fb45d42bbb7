"use client";

import { useActionState } from "react";
import { ErrorSummary } from "@/app/_ui/error-summary";
import { Notice } from "@/app/_ui/notice";
import { SubmitButton } from "@/app/_ui/submit-button";
import { TextArea } from "@/app/_ui/text-field";
import { typed, untouched } from "@/lib/forms/state";
import { pasteAdvert } from "../../actions";

export function PasteForm({ companyId }: { companyId: string }) {
  const [state, action] = useActionState(pasteAdvert, untouched);
  return (
    <form action={action} className="grid max-w-3xl gap-6" noValidate>
      <ErrorSummary state={state} />
      {state.message && !state.fieldErrors && <Notice tone="danger" live title={state.message} />}
      <input type="hidden" name="companyId" value={companyId} />
      <TextArea
        name="text"
        label="The advert"
        hint="Plain text, HTML or Markdown, as it stands elsewhere. It becomes the description of a draft."
        errors={state.fieldErrors?.text}
        defaultValue={typed(state, "text")}
        rows={18}
      />
      <div>
        <SubmitButton waiting="Reading…">Read it</SubmitButton>
      </div>
    </form>
  );
}
