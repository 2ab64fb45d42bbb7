"use client";

import { Form, useForm } from "@/app/_parts/form";
import { CheckboxGroup } from "@/app/_ui/choice-field";
import { SubmitButton } from "@/app/_ui/submit-button";
import { TextField } from "@/app/_ui/text-field";
import { type FormRecord, typed, typedList } from "@/lib/forms/state";
import { webhookTypes } from "@/lib/webhooks/lists";
import { typeWords } from "@/lib/webhooks/words";
import { createWebhookAction, editWebhookAction } from "./actions";
import { SecretNotice } from "./secret-notice";

/** What is ticked at first. */
const firstTypes = [
  "posting.published",
  "posting.closed",
  "posting.expired",
  "application.submitted",
  "application.withdrawn",
] as const;

/** A new webhook without `record`; `id` is that of the webhook, and `again` the address of the page once it is created. */
export function WebhookForm({
  companyId,
  id,
  record,
  again,
}: {
  companyId: string;
  id: string;
  record?: FormRecord;
  again: string;
}) {
  const form = useForm(record ? editWebhookAction : createWebhookAction, { name: "webhook", record });
  const { state } = form;
  if (state.once)
    return (
      <SecretNotice
        title="Webhook created. Copy its secret now: it is shown only this once."
        secret={state.once}
        again={again}
      />
    );
  return (
    <Form form={form} className="grid max-w-3xl gap-5">
      <input type="hidden" name="companyId" value={companyId} />
      <input type="hidden" name="id" value={id} />
      <TextField
        name="url"
        label="Address of your program"
        hint="It begins with https://. We send a POST request to it."
        type="url"
        autoComplete="off"
        errors={state.fieldErrors?.url}
        defaultValue={typed(state, "url")}
      />
      <CheckboxGroup
        name="types"
        label="Tell it when"
        columns
        errors={state.fieldErrors?.types}
        defaultValue={typedList(state, "types", firstTypes)}
        options={webhookTypes.map((value) => ({ value, label: typeWords[value], hint: value }))}
      />
      <div>
        <SubmitButton waiting={record ? "Saving…" : "Creating…"}>
          {record ? "Save webhook" : "Create webhook"}
        </SubmitButton>
      </div>
    </Form>
  );
}
