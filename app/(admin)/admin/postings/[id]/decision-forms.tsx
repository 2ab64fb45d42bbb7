"use client";

import { ButtonForm } from "@/app/_parts/button-form";
import { Form, useForm } from "@/app/_parts/form";
import { FieldError } from "@/app/_ui/field";
import { Notice } from "@/app/_ui/notice";
import { Section } from "@/app/_ui/section";
import { SubmitButton } from "@/app/_ui/submit-button";
import { TextArea } from "@/app/_ui/text-field";
import { typed } from "@/lib/forms/state";
import { reasonFields } from "@/lib/moderation/reason-fields";
import type { PostingState } from "@/lib/postings/lists";
import { approvePostingAction, removePostingAction, sendPostingBackAction } from "../../actions";

/** What an admin may decide about a posting in its state. */
export function DecisionForms({
  id,
  state,
  seen,
  isChange,
}: Waiting & { state: PostingState; isChange: boolean }) {
  if (state === "in_review" || isChange)
    return (
      <>
        <Approve id={id} seen={seen}>
          {isChange ? "Approve the change" : "Approve and publish"}
        </Approve>
        <SendBack id={id} seen={seen} />
        {isChange && <TakeDown id={id} />}
      </>
    );
  return state === "published" ? (
    <TakeDown id={id} />
  ) : (
    <Notice title="There is nothing to decide about this posting." />
  );
}

/** The posting, and since when what is shown of it waits. */
type Waiting = { id: string; seen?: string };

function Approve({ children, ...values }: Waiting & { children: string }) {
  return (
    <ButtonForm
      action={approvePostingAction}
      values={{ id: values.id, ...(values.seen && { seen: values.seen }) }}
      look="primary"
      size="md"
      waiting="Approving…"
    >
      {children}
    </ButtonForm>
  );
}

const reasonRows = [0, 1, 2];

function SendBack({ id, seen }: Waiting) {
  const form = useForm(sendPostingBackAction, { name: "send-back" });
  const { state } = form;
  return (
    <Section title="Send back">
      <Form form={form} className="grid gap-4">
        <input type="hidden" name="id" value={id} />
        {seen && <input type="hidden" name="seen" value={seen} />}
        {reasonRows.map((i) => {
          const name = (part: string) => `reasons[${i}].${part}`;
          const errors = [name("field"), name("message")].flatMap((part) => state.fieldErrors?.[part] ?? []);
          const field = typed(state, name("field"));
          return (
            <div key={i} className="grid gap-2">
              <select
                key={field}
                name={name("field")}
                aria-label={`Reason ${i + 1} is about`}
                defaultValue={field}
                className="control"
              >
                <option value="">Choose a field</option>
                {reasonFields.map((value) => (
                  <option key={value} value={value}>
                    {value}
                  </option>
                ))}
              </select>
              <textarea
                id={name("message")}
                name={name("message")}
                aria-label={`Reason ${i + 1}`}
                aria-invalid={errors.length > 0 || undefined}
                aria-describedby={errors.length > 0 ? `${name("message")}-error` : undefined}
                rows={2}
                placeholder="What needs to change"
                defaultValue={typed(state, name("message"))}
                className="control"
              />
              <FieldError id={name("message")} errors={errors} />
            </div>
          );
        })}
        <SubmitButton look="secondary" waiting="Sending…">
          Send back with reasons
        </SubmitButton>
      </Form>
    </Section>
  );
}

function TakeDown({ id }: { id: string }) {
  const form = useForm(removePostingAction, { name: "removal" });
  const { state } = form;
  return (
    <Section title="Remove">
      <Form form={form} className="grid gap-4">
        <input type="hidden" name="id" value={id} />
        <TextArea
          name="reason"
          label="Reason"
          hint="This reason is public. Visitors see it in place of the posting."
          rows={3}
          errors={state.fieldErrors?.reason}
          defaultValue={typed(state, "reason")}
        />
        <SubmitButton look="danger" waiting="Removing…">
          Remove posting
        </SubmitButton>
      </Form>
    </Section>
  );
}
