"use client";

import { Form, useForm } from "@/app/_parts/form";
import { Section } from "@/app/_ui/section";
import { SubmitButton } from "@/app/_ui/submit-button";
import { TextArea } from "@/app/_ui/text-field";
import { typed } from "@/lib/forms/state";
import { inviteCandidateAction } from "../actions";

export function InviteForm({ postingId, candidateId }: { postingId: string; candidateId: string }) {
  const form = useForm(inviteCandidateAction, { name: "invite" });
  const { state } = form;
  return (
    <Section title="Invite this candidate to apply">
      <Form form={form} className="grid gap-5">
        <input type="hidden" name="postingId" value={postingId} />
        <input type="hidden" name="candidateId" value={candidateId} />
        <TextArea
          name="message"
          label="Message"
          hint="Explain why this role could suit them. We send it by e-mail with your name, the pay, the place and the requirements that they meet. You can invite them to this posting once."
          rows={6}
          errors={state.fieldErrors?.message}
          defaultValue={typed(state, "message")}
        />
        <SubmitButton waiting="Inviting…">Invite</SubmitButton>
      </Form>
    </Section>
  );
}
