"use client";

import { formatDay, formatTime } from "@/app/_parts/dates";
import { Form, useForm } from "@/app/_parts/form";
import { DataItem, DataList } from "@/app/_ui/data-list";
import { FileField } from "@/app/_ui/file-field";
import { Notice } from "@/app/_ui/notice";
import { SubmitButton } from "@/app/_ui/submit-button";
import { TextArea } from "@/app/_ui/text-field";
import type { ShownReceipt } from "@/lib/applications/receipt";
import { typed } from "@/lib/forms/state";
import { checkReceiptAction } from "./actions";

export function ReceiptForm() {
  const form = useForm(checkReceiptAction, { name: "receipt" });
  const { state } = form;
  const shown: ShownReceipt | null = state.once ? JSON.parse(state.once) : null;
  return (
    <div className="grid max-w-3xl gap-8">
      {shown && <Genuine receipt={shown} />}
      <Form form={form} className="grid gap-6">
        <FileField
          name="file"
          label="Receipt"
          accept=".json"
          hint="The JSON file that was downloaded from an application."
          errors={state.fieldErrors?.file}
        />
        <TextArea
          name="receipt"
          label="Or paste it"
          optional
          hint="We read this text if you do not choose a file."
          rows={8}
          errors={state.fieldErrors?.receipt}
          defaultValue={typed(state, "receipt")}
        />
        <div>
          <SubmitButton waiting="Checking…">Check the receipt</SubmitButton>
        </div>
      </Form>
    </div>
  );
}

function Genuine({ receipt }: { receipt: ShownReceipt }) {
  const { posting, name, coverNote, answers, resume, postingVersion } = receipt;
  const sentAt = new Date(receipt.sentAt);
  return (
    <div className="grid gap-6">
      <Notice tone="success" live title="This receipt is genuine.">
        We signed it when the application was sent, and nothing in it was changed since.
      </Notice>
      <DataList>
        <DataItem label="Sent">
          {formatDay(sentAt)}, {formatTime(sentAt)}
        </DataItem>
        <DataItem label="Posting">
          {posting.title}, {posting.company.name}
        </DataItem>
        <DataItem label="Version of the posting">
          <span className="figure break-all">{postingVersion}</span>
        </DataItem>
        <DataItem label="Name">{name}</DataItem>
        {coverNote && (
          <DataItem label="Cover note">
            <span className="whitespace-pre-wrap">{coverNote}</span>
          </DataItem>
        )}
        {answers.map(({ question, answer }) => (
          <DataItem key={question} label={question}>
            {answer.join(", ") || "Not answered"}
          </DataItem>
        ))}
        {resume && (
          <DataItem label="Résumé">
            {resume.name}, SHA-256 <span className="figure break-all">{resume.sha256}</span>
          </DataItem>
        )}
      </DataList>
    </div>
  );
}
