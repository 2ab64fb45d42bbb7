"use client";

import { Form, useForm } from "@/app/_parts/form";
import { ButtonLink } from "@/app/_ui/button";
import { SubmitButton } from "@/app/_ui/submit-button";
import { submitApplicationAction } from "@/app/(candidate)/applications/actions";
import type { FormValues } from "@/lib/forms/state";

/** Sends what the preview shows. */
export function SendForm({ values, back }: { values: FormValues; back: string }) {
  const form = useForm(submitApplicationAction, { name: "preview" });
  return (
    <Form form={form} className="grid gap-4">
      {Object.entries(values).flatMap(([name, value]) =>
        [value].flat().map((one) => <input key={`${name} ${one}`} type="hidden" name={name} value={one} />),
      )}
      <div className="flex flex-wrap gap-3">
        <SubmitButton name="intent" value="submit">
          Submit application
        </SubmitButton>
        <ButtonLink href={back}>Edit</ButtonLink>
      </div>
    </Form>
  );
}
