"use client";

import { Form, useForm } from "@/app/_parts/form";
import { FileField } from "@/app/_ui/file-field";
import { SubmitButton } from "@/app/_ui/submit-button";
import { TextArea } from "@/app/_ui/text-field";
import { typed } from "@/lib/forms/state";
import { readResumeAction } from "./actions";

export function UploadForm() {
  const form = useForm(readResumeAction, { name: "resume" });
  const { state } = form;
  return (
    <Form form={form} className="grid max-w-3xl gap-6">
      <FileField
        name="file"
        label="File"
        accept=".pdf,.docx,.odt,.json,.txt,.md"
        hint="PDF, Word (.docx), OpenDocument (.odt), JSON Resume or plain text, at most 5 MB. To get a PDF from LinkedIn, open your profile there and choose “Resources”, then “Save to PDF”."
        errors={state.fieldErrors?.file}
      />
      <TextArea
        name="text"
        label="Or paste the text"
        optional
        hint="We read this text if you do not choose a file."
        rows={12}
        errors={state.fieldErrors?.text}
        defaultValue={typed(state, "text")}
      />
      <div>
        <SubmitButton waiting="Reading…">Read résumé</SubmitButton>
      </div>
    </Form>
  );
}
