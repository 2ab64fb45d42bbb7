"use client";

import { type ReactNode, useRef } from "react";
import { Form, useForm } from "@/app/_parts/form";
import { Button } from "@/app/_ui/button";
import { Select } from "@/app/_ui/choice-field";
import { FieldError } from "@/app/_ui/field";
import { Section } from "@/app/_ui/section";
import { SubmitButton } from "@/app/_ui/submit-button";
import { TextArea } from "@/app/_ui/text-field";
import { type ApplicationState, plainReasons } from "@/lib/applications/lists";
import { companyWords, plainReasonWords } from "@/lib/applications/words";
import { typed } from "@/lib/forms/state";
import { moveTogetherAction } from "../../../../actions";

const targets: ApplicationState[] = ["screening", "interview", "offer", "hired", "rejected"];

/** A list with boxes, and under it the one answer to all that are selected. */
export function TogetherForm({ postingId, children }: { postingId: string; children: ReactNode }) {
  const form = useForm(moveTogetherAction, { name: "together" });
  const { state } = form;
  const list = useRef<HTMLDivElement>(null);
  const selectAll = () => {
    const boxes = [...(list.current?.querySelectorAll<HTMLInputElement>("input[name=selected]") ?? [])];
    const isFull = boxes.every(({ checked }) => checked);
    for (const box of boxes) box.checked = !isFull;
  };
  return (
    <Form form={form} className="grid gap-6">
      <input type="hidden" name="postingId" value={postingId} />
      <div ref={list} id="selected" tabIndex={-1}>
        {children}
        <FieldError id="selected" errors={state.fieldErrors?.selected} />
      </div>
      <Section
        title="Answer several at once"
        note={
          <Button size="sm" look="quiet" onClick={selectAll}>
            Select all on this page, or none
          </Button>
        }
      >
        <div className="grid max-w-measure gap-5">
          <Select
            name="to"
            label="Move the selected to"
            empty="Choose a state"
            options={targets.map((value) => ({ value, label: companyWords[value] }))}
            errors={state.fieldErrors?.to}
            defaultValue={typed(state, "to")}
          />
          <Select
            name="reason"
            label="Reason, if you say no"
            empty="Choose a reason"
            options={plainReasons.map((value) => ({ value, label: plainReasonWords[value].choice }))}
            errors={state.fieldErrors?.reason}
            defaultValue={typed(state, "reason")}
          />
          <TextArea
            name="message"
            label="Message to each"
            hint="{candidate}, {posting} and {company} are replaced by the names of each. An interview and an offer need a message."
            rows={5}
            errors={state.fieldErrors?.message}
            defaultValue={typed(state, "message")}
          />
          <div>
            <SubmitButton waiting="Moving…">Move the selected and notify them</SubmitButton>
          </div>
        </div>
      </Section>
    </Form>
  );
}
