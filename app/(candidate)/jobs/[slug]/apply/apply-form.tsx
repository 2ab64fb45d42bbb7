"use client";

import { useRef } from "react";
import { flushSync } from "react-dom";
import { Form, useForm } from "@/app/_parts/form";
import { SavingState } from "@/app/_parts/saving-state";
import { useAutosave } from "@/app/_parts/use-autosave";
import { FileField } from "@/app/_ui/file-field";
import { SubmitButton } from "@/app/_ui/submit-button";
import { TextArea, TextField } from "@/app/_ui/text-field";
import { submitApplicationAction } from "@/app/(candidate)/applications/actions";
import type { ResumeFile as File } from "@/lib/applications/queries/resume";
import { type FormRecord, typed } from "@/lib/forms/state";
import type { Arrival, Question } from "@/lib/postings/lists";
import { QuestionFields } from "./_parts/question-fields";

type Props = {
  postingId: string;
  slug: string;
  /** Which of our links led here. */
  arrival: Arrival;
  /** What was typed before. */
  record: FormRecord;
  email: string;
  /** What is attached already. */
  resume: File | null;
  questions: Question[];
  /** Tells whether the questions were changed since they were shown. */
  questionsKey: string;
};

export function ApplyForm({
  postingId,
  slug,
  arrival,
  record,
  email,
  resume,
  questions,
  questionsKey,
}: Props) {
  const place = useRef<HTMLFormElement>(null);
  const form = useForm(submitApplicationAction, { name: "application", record });
  const { state, tell } = form;
  const { saving, onSubmit } = useAutosave(place, {
    action: submitApplicationAction,
    version: record.version,
    isUnsaved: state.isRestored === true,
    onSaved: (version) => flushSync(() => tell({ version })),
    onChanged: (told) => {
      flushSync(() => tell(told));
      place.current?.reset();
    },
  });
  return (
    <Form form={form} ref={place} onSubmit={onSubmit} className="grid gap-5">
      <input type="hidden" name="postingId" value={postingId} />
      <input type="hidden" name="slug" value={slug} />
      <input type="hidden" name="questions" value={questionsKey} />
      {/* Enter in a field presses the first button: it must be the harmless one. */}
      <button type="submit" name="intent" value="save" className="sr-only" tabIndex={-1} aria-hidden="true">
        Save draft
      </button>
      <input type="hidden" name="arrival" value={arrival} />
      <TextField
        name="name"
        label="Name"
        autoComplete="name"
        errors={state.fieldErrors?.name}
        defaultValue={typed(state, "name")}
      />
      <p>
        We will e-mail answers to <span className="font-medium">{email}</span>.
      </p>
      <TextArea
        name="coverNote"
        label="Cover note"
        optional
        hint="Which of your work is most relevant to this role?"
        rows={10}
        errors={state.fieldErrors?.coverNote}
        defaultValue={typed(state, "coverNote")}
      />
      <div className="grid gap-3">
        {resume && (
          <div className="flex flex-wrap items-start justify-between gap-3 border-l-2 border-rule pl-4">
            <div>
              <p className="text-sm text-ink-3">Attached résumé</p>
              <p className="break-words">{resume.name}</p>
              {resume.state === "pending" && (
                <p className="text-sm text-ink-2">
                  We are checking it for viruses. You can submit your application meanwhile.
                </p>
              )}
              {resume.state === "unsafe" && (
                <p className="text-sm text-bad">
                  It did not pass our check for viruses, so we deleted it. Choose another file.
                </p>
              )}
            </div>
            <SubmitButton name="intent" value="detach" look="quiet" size="sm" waiting="Removing…">
              Remove the résumé
            </SubmitButton>
          </div>
        )}
        <FileField
          name="file"
          label={resume ? "Another résumé instead" : "Résumé"}
          optional
          accept=".pdf,.docx,.odt,.txt"
          hint="PDF, Word (.docx), OpenDocument (.odt) or plain text, at most 5 MB. It is saved with your draft."
          errors={state.fieldErrors?.file}
        />
      </div>
      {questions.length > 0 && <QuestionFields state={state} questions={questions} />}
      <div className="flex flex-wrap items-center gap-3">
        <SubmitButton name="intent" value="preview" look="secondary" waiting="Saving…">
          Preview
        </SubmitButton>
        <SubmitButton name="intent" value="submit">
          Submit application
        </SubmitButton>
        <SubmitButton name="intent" value="save" look="quiet" waiting="Saving…">
          Save draft
        </SubmitButton>
        <SavingState saving={saving} />
      </div>
    </Form>
  );
}
