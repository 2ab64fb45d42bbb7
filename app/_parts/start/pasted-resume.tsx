"use client";

import { Form, useForm } from "@/app/_parts/form";
import { SubmitButton } from "@/app/_ui/submit-button";
import { TextArea } from "@/app/_ui/text-field";
import { typed } from "@/lib/forms/state";
import { readPastedResumeAction } from "./actions";

/** A résumé in place of the line. `at` is the address of the page, which the answer goes to. */
export function PastedResume({ at }: { at: string }) {
  const form = useForm(readPastedResumeAction, { name: "pasted-resume" });
  const { state } = form;
  return (
    <Form form={form} className="mt-3 grid gap-3">
      <input type="hidden" name="at" value={at} />
      <TextArea
        name="resume"
        label="Text of your résumé"
        hint="We read your skills, years and degree from it, put them in the address of the page, and keep nothing."
        rows={8}
        errors={state.fieldErrors?.resume}
        defaultValue={typed(state, "resume")}
      />
      <div>
        <SubmitButton look="secondary" waiting="Reading…">
          Read résumé
        </SubmitButton>
      </div>
    </Form>
  );
}
