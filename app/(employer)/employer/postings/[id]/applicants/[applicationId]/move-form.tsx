"use client";

import { Form, useForm } from "@/app/_parts/form";
import { Checkbox, CheckboxGroup, RadioGroup } from "@/app/_ui/choice-field";
import { Mark } from "@/app/_ui/mark";
import { Notice } from "@/app/_ui/notice";
import { Section } from "@/app/_ui/section";
import { SubmitButton } from "@/app/_ui/submit-button";
import { TextArea } from "@/app/_ui/text-field";
import { type ApplicationState, plainReasons } from "@/lib/applications/lists";
import { companyWords, plainReasonWords } from "@/lib/applications/words";
import { typed, typedList } from "@/lib/forms/state";
import { moveApplicationAction } from "../../../../actions";

export type Template = { id: string; name: string };

/** The answer to an applicant. `lines` are those of the match sheet that a no can name; `words` come from the chosen template. */
export function MoveForm({
  id,
  from,
  to,
  canClose,
  lines,
  templates,
  words,
  chosen: asked,
  at,
}: {
  id: string;
  from: ApplicationState;
  to: ApplicationState[];
  /** Whether the posting can be closed with a hire. */
  canClose: boolean;
  lines: readonly { value: string; label: string }[];
  templates: readonly Template[];
  words: string;
  /** The state that was chosen on the way here. */
  chosen?: string;
  at: string;
}) {
  const form = useForm(moveApplicationAction, { name: "move" });
  const { state } = form;
  if (to.length === 0)
    return <Notice title={`This application is closed: ${companyWords[from].toLowerCase()}.`} />;
  const reasons = [
    ...plainReasons.map((value) => ({ value: `plain:${value}`, label: plainReasonWords[value].choice })),
    ...lines,
  ];
  const chosen = typedList(state, "reasons");
  return (
    <Section id="answer" title="Your answer">
      <Form form={form} className="grid gap-5">
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="from" value={from} />
        <RadioGroup
          name="to"
          label="Move to"
          options={to.map((value) => ({ value, label: companyWords[value] }))}
          errors={state.fieldErrors?.to}
          defaultValue={typed(state, "to", asked)}
        />
        {canClose && to.includes("hired") && (
          <Checkbox
            name="closePosting"
            value="on"
            label="If hired: close this posting as filled"
            hint="Everyone who still waits gets a polite no ten minutes later. Until then you can undo the closing on the page of the posting."
            defaultChecked={typed(state, "closePosting") === "on"}
          />
        )}
        <details open={chosen.length > 0 || Boolean(state.fieldErrors?.reasons)}>
          <summary className="inline-flex min-h-11 cursor-pointer items-center gap-1.5 font-medium">
            <Mark name="down" />
            Reasons, if you say no
          </summary>
          <CheckboxGroup
            name="reasons"
            label="Why it is a no"
            hint="Choose at least one. The candidate reads them in plain words."
            options={reasons}
            errors={state.fieldErrors?.reasons}
            defaultValue={chosen}
          />
        </details>
        <TextArea
          name="message"
          label="Message to the candidate"
          hint="We send it by e-mail. An interview and an offer need one: write what happens next."
          rows={6}
          errors={state.fieldErrors?.message}
          defaultValue={typed(state, "message", words)}
        />
        <TemplateLinks templates={templates} at={at} chosen={asked} />
        <SubmitButton waiting="Moving…">Move and notify the candidate</SubmitButton>
      </Form>
    </Section>
  );
}

/** Templates as links that fill in the message: what the field then holds is what is sent. */
function TemplateLinks({
  templates,
  at,
  chosen,
}: {
  templates: readonly Template[];
  at: string;
  chosen?: string;
}) {
  if (templates.length === 0)
    return (
      <p className="text-sm text-ink-3">
        Write the same words often?{" "}
        <a className="link" href="/employer/templates">
          Make a template
        </a>
      </p>
    );
  return (
    <div className="text-sm">
      <p className="text-ink-3">Start from a template:</p>
      <ul className="flex flex-wrap gap-x-4">
        {templates.map(({ id, name }) => (
          <li key={id}>
            <a
              className="link inline-flex min-h-9 items-center"
              href={`${at}?${new URLSearchParams({ ...(chosen && { to: chosen }), template: id })}#answer`}
            >
              {name}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
