"use client";

import type { ChangeEvent } from "react";
import { Form, useForm } from "@/app/_parts/form";
import { FieldError } from "@/app/_ui/field";
import { Section } from "@/app/_ui/section";
import { SubmitButton } from "@/app/_ui/submit-button";
import { typed } from "@/lib/forms/state";
import { reasonField, reasonFields } from "@/lib/moderation/lists";
import { sendPostingBackAction } from "../../../actions";

/** Most postings are sent back for one reason: the rows for more are folded. */
const more = [1, 2, 3, 4, 5];

/** Reasons for sending a posting back, each about one field: picked from the usual ones and edited, or written. */
export function SendBack({ id, seen }: { id: string; seen?: string }) {
  const form = useForm(sendPostingBackAction, { name: "send-back" });
  const { state } = form;
  const row = (i: number) => <ReasonRow key={i} i={i} state={state} />;
  const usesMore = more.some(
    (i) => typed(state, `reasons[${i}].message`) || typed(state, `reasons[${i}].field`),
  );
  return (
    <div data-key="s">
      <Section title="Send back">
        <Form form={form} className="grid gap-5">
          <input type="hidden" name="id" value={id} />
          {seen && <input type="hidden" name="seen" value={seen} />}
          {row(0)}
          <details open={usesMore}>
            <summary className="link min-h-11 cursor-pointer py-2">More reasons</summary>
            <div className="mt-2 grid gap-5">{more.map(row)}</div>
          </details>
          <div>
            <SubmitButton look="secondary" waiting="Sending…">
              Send back with reasons
            </SubmitButton>
          </div>
        </Form>
      </Section>
    </div>
  );
}

function ReasonRow({ i, state }: { i: number; state: ReturnType<typeof useForm>["state"] }) {
  const name = (part: string) => `reasons[${i}].${part}`;
  const errors = [name("field"), name("message")].flatMap((part) => state.fieldErrors?.[part] ?? []);
  const [picked, field] = [typed(state, name("picked")), typed(state, name("field"))];
  return (
    <div className="grid gap-2">
      <select
        key={`picked ${picked}`}
        name={name("picked")}
        aria-label={`Usual reason ${i + 1}`}
        defaultValue={picked}
        onChange={(event) => fillIn(event, name)}
        className="control"
      >
        <option value="">Pick a usual reason, or write one</option>
        {reasonFields.map((value) => {
          const { label, canned } = reasonField(value);
          return (
            canned.length > 0 && (
              <optgroup key={value} label={label}>
                {canned.map((text, at) => (
                  <option key={text} value={`${value}.${at}`}>
                    {text}
                  </option>
                ))}
              </optgroup>
            )
          );
        })}
      </select>
      <select
        key={`field ${field}`}
        name={name("field")}
        aria-label={`Reason ${i + 1} is about`}
        defaultValue={field}
        className="control"
      >
        <option value="">Choose a field</option>
        {reasonFields.map((value) => (
          <option key={value} value={value}>
            {reasonField(value).label}
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
}

/** Puts the reason that was picked into the fields, where it can be edited. */
function fillIn({ currentTarget }: ChangeEvent<HTMLSelectElement>, name: (part: string) => string) {
  const [value, at] = currentTarget.value.split(".");
  const field = reasonFields.find((one) => one === value);
  const [about, message] = ["field", "message"].map((part) =>
    currentTarget.form?.elements.namedItem(name(part)),
  );
  if (!field || !(about instanceof HTMLSelectElement) || !(message instanceof HTMLTextAreaElement)) return;
  about.value = field;
  message.value = reasonField(field).canned[Number(at)] ?? "";
}
