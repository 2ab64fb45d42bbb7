"use client";

import { Form, useForm } from "@/app/_parts/form";
import { SubmitButton } from "@/app/_ui/submit-button";
import type { FormRecord } from "@/lib/forms/state";
import { saveStudyAction } from "../actions";
import { StudyFields } from "./study-fields";

export function StudyForm({ id, record }: { id?: string; record: FormRecord }) {
  const form = useForm(saveStudyAction, { name: "study", record });
  const { state } = form;
  return (
    <Form form={form} className="grid max-w-3xl gap-6">
      {id && <input type="hidden" name="id" value={id} />}
      <StudyFields name={(part) => part} state={state} />
      <div>
        <SubmitButton waiting="Saving…">Save</SubmitButton>
      </div>
    </Form>
  );
}
