"use client";

import { useActionState } from "react";
import { ErrorSummary } from "@/app/_ui/error-summary";
import { FileField } from "@/app/_ui/file-field";
import { Notice } from "@/app/_ui/notice";
import { SubmitButton } from "@/app/_ui/submit-button";
import { TextArea } from "@/app/_ui/text-field";
import { typed, untouched } from "@/lib/forms/state";
import { readResume } from "./actions";

export function UploadForm() {
  const [state, action] = useActionState(readResume, untouched);
  return (
    <form action={action} className="grid max-w-3xl gap-6" noValidate>
      <ErrorSummary state={state} />
      {state.message && !state.fieldErrors && <Notice tone="danger" live title={state.message} />}
      <FileField
        name="file"
        label="File"
        accept=".pdf,.docx,.json,.txt,.md"
        hint="PDF, Word (.docx), JSON Resume or plain text, at most 5 MB. LinkedIn gives a PDF of your profile: there, “Resources”, then “Save to PDF”."
        errors={state.fieldErrors?.file}
      />
      <TextArea
        name="text"
        label="Or its text"
        optional
        hint="Pasted from wherever it is. Without a file, this is what is read."
        rows={12}
        errors={state.fieldErrors?.text}
        defaultValue={typed(state, "text")}
      />
      <div>
        <SubmitButton waiting="Reading…">Read it</SubmitButton>
      </div>
    </form>
  );
}
