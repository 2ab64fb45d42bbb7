"use client";

import { Form, useForm } from "@/app/_parts/form";
import { RadioGroup } from "@/app/_ui/choice-field";
import { SubmitButton } from "@/app/_ui/submit-button";
import { TextField } from "@/app/_ui/text-field";
import { memberRoles } from "@/lib/companies/lists";
import { roleWords } from "@/lib/companies/words";
import { typed } from "@/lib/forms/state";
import { inviteMemberAction } from "./actions";

export function InviteForm({ companyId }: { companyId: string }) {
  const form = useForm(inviteMemberAction, { name: "invite" });
  const { state } = form;
  return (
    <Form form={form} className="grid max-w-xl gap-5">
      <input type="hidden" name="companyId" value={companyId} />
      <TextField
        name="email"
        label="E-mail address"
        type="email"
        autoComplete="off"
        hint="They get a link that works for seven days. To accept, they sign in with this address."
        errors={state.fieldErrors?.email}
        defaultValue={typed(state, "email")}
      />
      <RadioGroup
        name="role"
        label="Role"
        errors={state.fieldErrors?.role}
        defaultValue={typed(state, "role") || "recruiter"}
        options={memberRoles.map((value) => ({
          value,
          label: roleWords[value].label,
          hint: `Can ${roleWords[value].may}.`,
        }))}
      />
      <div>
        <SubmitButton waiting="Sending…">Send invitation</SubmitButton>
      </div>
    </Form>
  );
}
