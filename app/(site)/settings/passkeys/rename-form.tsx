"use client";

import { Form, useForm } from "@/app/_parts/form";
import { SubmitButton } from "@/app/_ui/submit-button";
import { TextField } from "@/app/_ui/text-field";
import { typed } from "@/lib/forms/state";
import { renamePasskeyAction } from "./actions";

export function RenameForm({ id, name }: { id: string; name: string }) {
  const form = useForm(renamePasskeyAction, { name: `name-${id}` });
  const { state } = form;
  return (
    <Form form={form} at={id} className="grid max-w-sm gap-3">
      <input type="hidden" name="id" value={id} />
      <TextField
        name="name"
        id={`name-${id}`}
        label="New name"
        autoComplete="off"
        maxLength={80}
        errors={state.fieldErrors?.name}
        defaultValue={typed(state, "name", name)}
      />
      <div>
        <SubmitButton look="secondary" size="sm" waiting="Saving…">
          Save name
        </SubmitButton>
      </div>
    </Form>
  );
}
