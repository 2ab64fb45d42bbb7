"use client";

import { Form, useForm } from "@/app/_parts/form";
import { SubmitButton } from "@/app/_ui/submit-button";
import { renewSecretAction } from "../actions";
import { SecretNotice } from "../secret-notice";

export function RenewForm({ companyId, id }: { companyId: string; id: string }) {
  const form = useForm(renewSecretAction, { name: "renew" });
  if (form.state.once)
    return (
      <SecretNotice
        title="Secret renewed. Copy the new one now: it is shown only this once."
        secret={form.state.once}
        again={`/employer/webhooks/${id}`}
      />
    );
  return (
    <Form form={form}>
      <input type="hidden" name="companyId" value={companyId} />
      <input type="hidden" name="id" value={id} />
      <SubmitButton look="secondary" waiting="Renewing…">
        Renew secret
      </SubmitButton>
    </Form>
  );
}
