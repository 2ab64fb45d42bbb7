"use client";

import { Form, useForm } from "@/app/_parts/form";
import { RadioGroup } from "@/app/_ui/choice-field";
import { SubmitButton } from "@/app/_ui/submit-button";
import { TextArea } from "@/app/_ui/text-field";
import { typed } from "@/lib/forms/state";
import { plural } from "@/lib/plural";
import { closePostingAction } from "../../../actions";

/** Closes a posting. `waiting` is how many applicants wait for an answer; `message` is what is proposed to tell them. */
export function CloseForm({ id, waiting, message }: { id: string; waiting: number; message: string }) {
  const form = useForm(closePostingAction, { name: "close" });
  const { state } = form;
  return (
    <Form form={form} className="grid max-w-measure gap-6">
      <input type="hidden" name="id" value={id} />
      <RadioGroup
        name="reason"
        label="Why do you close it?"
        errors={state.fieldErrors?.reason}
        defaultValue={typed(state, "reason") || "filled"}
        options={[
          { value: "filled", label: "The role is filled" },
          { value: "withdrawn", label: "The role is withdrawn" },
        ]}
      />
      {waiting > 0 && (
        <>
          <RadioGroup
            name="answer"
            label={`How do the ${waiting} who wait get their answer?`}
            errors={state.fieldErrors?.answer}
            defaultValue={typed(state, "answer") || "message"}
            options={[
              {
                value: "message",
                label: plural(waiting, "Send this message", "Send this message to all of them"),
                hint: "It is sent ten minutes after you close the posting, as a no. Until then you can undo the closing.",
              },
              {
                value: "each",
                label: plural(
                  waiting,
                  "I will answer this person myself",
                  "I will answer each of them myself",
                ),
                hint: "They stay under Applicants, and the answer that you promised stays due.",
              },
            ]}
          />
          <TextArea
            name="message"
            label="Message"
            rows={6}
            errors={state.fieldErrors?.message}
            defaultValue={state.values ? typed(state, "message") : message}
          />
        </>
      )}
      <div>
        <SubmitButton look="danger" waiting="Closing…">
          Close the posting
        </SubmitButton>
      </div>
    </Form>
  );
}
