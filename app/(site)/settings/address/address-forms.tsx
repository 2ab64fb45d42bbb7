"use client";

import { Form, useForm } from "@/app/_parts/form";
import { SubmitButton } from "@/app/_ui/submit-button";
import { TextField } from "@/app/_ui/text-field";
import { typed } from "@/lib/forms/state";
import { askForAddressAction, changeAddressAction } from "./actions";

/** Asks for the new address. */
export function AskForm() {
  const form = useForm(askForAddressAction, { name: "address" });
  const { state } = form;
  return (
    <Form form={form} className="grid max-w-sm gap-5">
      <TextField
        name="email"
        type="email"
        label="New e-mail address"
        autoComplete="email"
        errors={state.fieldErrors?.email}
        defaultValue={typed(state, "email")}
      />
      <div>
        <SubmitButton>Send the codes</SubmitButton>
      </div>
    </Form>
  );
}

/** Takes the two codes. */
export function CodesForm({ oldEmail, newEmail }: { oldEmail: string; newEmail: string }) {
  const form = useForm(changeAddressAction, { name: "codes" });
  const { state } = form;
  const code = (name: "newCode" | "oldCode", email: string) => (
    <TextField
      name={name}
      label={`Code sent to ${email}`}
      autoComplete="off"
      autoCapitalize="characters"
      spellCheck={false}
      mono
      errors={state.fieldErrors?.[name]}
      defaultValue={typed(state, name)}
    />
  );
  return (
    <Form form={form} className="grid max-w-sm gap-5">
      {code("newCode", newEmail)}
      {code("oldCode", oldEmail)}
      <div>
        <SubmitButton waiting="Saving…">Change the address</SubmitButton>
      </div>
    </Form>
  );
}
