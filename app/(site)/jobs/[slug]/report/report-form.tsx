"use client";

import { Form, useForm } from "@/app/_parts/form";
import { reportWords } from "@/app/_parts/report-words";
import { RadioGroup } from "@/app/_ui/choice-field";
import { SubmitButton } from "@/app/_ui/submit-button";
import { TextArea } from "@/app/_ui/text-field";
import { Trap } from "@/app/_ui/trap";
import { typed } from "@/lib/forms/state";
import { reportReasons } from "@/lib/reports/lists";
import { reportPostingAction } from "./actions";

export function ReportForm({
  postingId,
  slug,
  hasAccount,
}: {
  postingId: string;
  slug: string;
  hasAccount: boolean;
}) {
  const form = useForm(reportPostingAction, { name: "report" });
  const { state } = form;
  return (
    <Form form={form} className="grid max-w-measure gap-6">
      <input type="hidden" name="postingId" value={postingId} />
      <input type="hidden" name="slug" value={slug} />
      <RadioGroup
        name="reason"
        label="What is wrong?"
        options={reportReasons.map((value) => ({ value, label: reportWords[value] }))}
        defaultValue={typed(state, "reason")}
        errors={state.fieldErrors?.reason}
      />
      <TextArea
        name="words"
        label="Details"
        hint="What should we look at? At most 1,000 characters."
        optional
        rows={4}
        defaultValue={typed(state, "words")}
        errors={state.fieldErrors?.words}
      />
      <Trap />
      <p className="text-sm text-ink-3">
        {hasAccount
          ? "We write to you when it is decided."
          : "Without an account we cannot tell you what we decide, and your report alone hides nothing."}
      </p>
      <SubmitButton waiting="Sending…">Send report</SubmitButton>
    </Form>
  );
}
