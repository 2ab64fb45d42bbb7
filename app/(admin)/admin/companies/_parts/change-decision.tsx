"use client";

import { ButtonForm } from "@/app/_parts/button-form";
import { Section } from "@/app/_ui/section";
import { OneFieldForm } from "../../_parts/one-field-form";
import { approveChangeAction, sendChangeBackAction, takeChangeDownAction } from "../actions";

/** What an admin can decide about a change of a company's name, words or logo that waits. Each part says by `data-key` which key leads to it. */
export function ChangeDecision({ values }: { values: { companyId: string; seen: string; edited: string } }) {
  return (
    <>
      <Section title="This company has changed">
        <p className="mb-4 text-ink-2">The change is public already.</p>
        <div data-key="a">
          <ButtonForm action={approveChangeAction} values={values} look="primary" size="md" waiting="Saving…">
            Approve the change
          </ButtonForm>
        </div>
      </Section>
      <div data-key="s">
        <OneFieldForm
          action={sendChangeBackAction}
          name="send-change-back"
          title="Send it back"
          values={values}
          field={{
            name: "reason",
            label: "Reason",
            hint: "What the company should change. Its owners read this. The change stays public meanwhile.",
            rows: 4,
          }}
          button="Send it back with this reason"
        />
      </div>
      <div data-key="r">
        <OneFieldForm
          action={takeChangeDownAction}
          name="take-change-down"
          title="Take it down"
          values={values}
          field={{
            name: "reason",
            label: "Reason",
            hint: "All that the company says of itself, and its logo, are removed. Its owners read this reason. A name can only be removed by suspending the company.",
            rows: 4,
          }}
          button="Take words and logo down"
        />
      </div>
    </>
  );
}
