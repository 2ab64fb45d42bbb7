"use client";

import { Form, useForm } from "@/app/_parts/form";
import { Checkbox } from "@/app/_ui/choice-field";
import { SubmitButton } from "@/app/_ui/submit-button";
import { TextField } from "@/app/_ui/text-field";
import { typed } from "@/lib/forms/state";
import { addAliasAction } from "../actions";
import { everydayWords } from "./words";

/** Has a name lead to a skill: one of the two is given, and the other is typed. */
export function AddAliasForm(given: { name: string } | { skill: string }) {
  const form = useForm(addAliasAction, { name: "add-alias" });
  const { state } = form;
  const field = "name" in given ? "skill" : "name";
  return (
    <Form form={form} className="grid max-w-2xl gap-4">
      {Object.entries(given).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <TextField
        name={field}
        label={field === "name" ? "Another name" : "The skill that it means"}
        hint={field === "name" ? "As people type it." : "By its name, such as Kubernetes."}
        errors={state.fieldErrors?.[field]}
        defaultValue={typed(state, field)}
      />
      <Checkbox name="everyday" defaultChecked={typed(state, "everyday") !== ""} {...everydayWords} />
      <div>
        <SubmitButton look="secondary" waiting="Saving…">
          Add the name
        </SubmitButton>
      </div>
    </Form>
  );
}
