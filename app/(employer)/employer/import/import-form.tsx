"use client";

import { Form, useForm } from "@/app/_parts/form";
import { FileField } from "@/app/_ui/file-field";
import { SubmitButton } from "@/app/_ui/submit-button";
import { TextArea } from "@/app/_ui/text-field";
import { typed } from "@/lib/forms/state";
import { startImportAction } from "./actions";

/** `id` is that of the import to start. */
export function ImportForm({ companyId, id }: { companyId: string; id: string }) {
  const form = useForm(startImportAction, { name: "import" });
  const { state } = form;
  return (
    <Form form={form} className="grid max-w-3xl gap-6">
      <input type="hidden" name="companyId" value={companyId} />
      <input type="hidden" name="id" value={id} />
      <FileField
        name="file"
        label="File"
        accept=".json,.jsonl,.xml,.rss,.csv,.tsv,.md,.html,.txt"
        hint="At most 2 MB and 500 postings."
        errors={state.fieldErrors?.file}
      />
      <TextArea
        name="text"
        label="Or paste the text"
        optional
        hint="We read this text if you do not choose a file."
        rows={10}
        mono
        errors={state.fieldErrors?.text}
        defaultValue={typed(state, "text")}
      />
      <div>
        <SubmitButton waiting="Sending…">Import postings</SubmitButton>
      </div>
    </Form>
  );
}
