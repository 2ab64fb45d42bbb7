"use client";

import { useActionState } from "react";
import { Notice } from "@/app/_ui/notice";
import { Section } from "@/app/_ui/section";
import { SubmitButton } from "@/app/_ui/submit-button";
import { untouched } from "@/lib/forms/state";
import { withdrawApplicationAction } from "./actions";

export function WithdrawForm({ id }: { id: string }) {
  const [state, action] = useActionState(withdrawApplicationAction, untouched);
  return (
    <Section title="Withdraw your application">
      <form action={action} className="grid gap-4">
        {state.message && <Notice tone="danger" live title={state.message} />}
        <input type="hidden" name="id" value={id} />
        <p className="text-ink-2">We will tell the company. You cannot apply to this posting again.</p>
        <SubmitButton look="danger" waiting="Withdrawing…">
          {" "}
          Withdraw application{" "}
        </SubmitButton>
      </form>
    </Section>
  );
}
