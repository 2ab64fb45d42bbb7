"use client";

import { browserSupportsWebAuthn, startRegistration } from "@simplewebauthn/browser";
import { Form, useForm } from "@/app/_parts/form";
import { askOptions, useCeremony } from "@/app/_parts/passkey";
import { SubmitButton } from "@/app/_ui/submit-button";
import { TextField } from "@/app/_ui/text-field";
import { typed } from "@/lib/forms/state";
import { addPasskeyAction } from "./actions";

type Options = Parameters<typeof startRegistration>[0]["optionsJSON"];

/** Has the device make a passkey. `browserName` is the name that it gets unless its owner types another one. */
export function AddForm({ browserName }: { browserName: string }) {
  const form = useForm(addPasskeyAction, { name: "passkey" });
  const { isPending, begin, send } = useCeremony(form);
  const { state } = form;

  /** Why it did not work, or null. */
  const add = async (fields: FormData): Promise<string | null> => {
    // What would be refused leaves no passkey on the device.
    if (!String(fields.get("name") ?? "").trim()) {
      send(fields, null);
      return null;
    }
    if (!browserSupportsWebAuthn()) return "This browser cannot make passkeys. Try another one.";
    const asked = await askOptions<Options>("/settings/passkeys/options");
    if ("message" in asked) {
      if (asked.status !== 401) return asked.message;
      location.assign(`/sign-in?next=${encodeURIComponent("/settings/passkeys")}&again=1`);
      return null;
    }
    try {
      send(fields, await startRegistration({ optionsJSON: asked.options }));
      return null;
    } catch (error) {
      return error instanceof Error && error.name === "InvalidStateError"
        ? "This device has a passkey for your account already."
        : "No passkey was made. Try again.";
    }
  };

  return (
    <Form
      form={form}
      className="grid max-w-sm gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        const fields = new FormData(event.currentTarget);
        begin(async () => {
          const message = await add(fields);
          const name = String(fields.get("name") ?? "");
          if (message) form.tell({ message, fieldErrors: undefined, values: { name } });
        });
      }}
    >
      <TextField
        name="name"
        label="Name"
        hint="What you will know this passkey by, such as the device that it is on."
        autoComplete="off"
        maxLength={80}
        errors={state.fieldErrors?.name}
        defaultValue={typed(state, "name", browserName)}
      />
      <div>
        <SubmitButton>{isPending ? "Waiting for your device…" : "Add a passkey"}</SubmitButton>
      </div>
    </Form>
  );
}
