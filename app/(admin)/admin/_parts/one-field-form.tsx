"use client";

import { Form, useForm } from "@/app/_parts/form";
import { FoldSection } from "@/app/_ui/fold-section";
import { SubmitButton } from "@/app/_ui/submit-button";
import { TextArea, TextField } from "@/app/_ui/text-field";
import { type FormState, typed } from "@/lib/forms/state";

/** A decision of an admin with one thing to type, such as its reason, folded under its title. */
export function OneFieldForm({
  action,
  name,
  title,
  isOpen = false,
  values,
  lead,
  field: { rows, ...field },
  button,
  look = "danger",
  waiting = "Saving…",
}: {
  action: (state: FormState, data: FormData) => Promise<FormState>;
  /** Tells it from the other forms of the page. */
  name: string;
  title: string;
  isOpen?: boolean;
  /** What it sends besides the field. */
  values: Record<string, string>;
  lead?: string;
  /** With `rows`, several lines can be typed. */
  field: { name: string; label: string; hint: string; rows?: number };
  button: string;
  look?: "danger" | "secondary";
  waiting?: string;
}) {
  const form = useForm(action, { name });
  const { state } = form;
  const control = {
    ...field,
    id: `${field.name}-${name}`,
    errors: state.fieldErrors?.[field.name],
    defaultValue: typed(state, field.name),
  };
  return (
    <FoldSection title={title} isOpen={isOpen || state.message !== undefined}>
      <Form form={form} at={name} className="grid gap-4">
        {Object.entries(values).map(([key, value]) => (
          <input key={key} type="hidden" name={key} value={value} />
        ))}
        {lead && <p className="text-ink-2">{lead}</p>}
        {rows ? <TextArea rows={rows} {...control} /> : <TextField {...control} />}
        <div>
          <SubmitButton look={look} waiting={waiting}>
            {button}
          </SubmitButton>
        </div>
      </Form>
    </FoldSection>
  );
}
