"use client";

import type { ReactNode } from "react";
import { Form, useForm } from "@/app/_parts/form";
import { RadioGroup } from "@/app/_ui/choice-field";
import { SubmitButton } from "@/app/_ui/submit-button";
import { TextArea } from "@/app/_ui/text-field";
import { answerInterviewAction } from "@/app/(candidate)/applications/actions";
import {
  acceptOtherAction,
  cancelInterviewAction,
} from "@/app/(employer)/employer/postings/[id]/applicants/[applicationId]/interview/actions";
import { typed } from "@/lib/forms/state";
import { TimeFields } from "./time-fields";
import { ZoneField } from "./zone-field";

type Seen = { id: string; sequence: number };
type Reader = "candidate" | "company";

function SeenFields({ id, sequence, answer }: Seen & { answer?: string }) {
  return (
    <>
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="sequence" value={sequence} />
      {answer && <input type="hidden" name="answer" value={answer} />}
    </>
  );
}

/** Accepts one of the times that the other side proposed. */
export function AcceptForm({
  seen,
  reader,
  times,
}: {
  seen: Seen;
  reader: Reader;
  times: { value: string; label: string }[];
}) {
  const form = useForm(reader === "candidate" ? answerInterviewAction : acceptOtherAction, {
    name: `accept-${seen.id}`,
  });
  const { state } = form;
  return (
    <Form form={form} at={`-accept-${seen.id}`} className="grid gap-4">
      <SeenFields {...seen} answer={reader === "candidate" ? "accept" : undefined} />
      <RadioGroup
        id={`time-accept-${seen.id}`}
        name="time"
        label="Choose a time"
        options={times}
        errors={state.fieldErrors?.time}
        defaultValue={typed(state, "time", times.length === 1 ? times[0]?.value : undefined)}
      />
      <div>
        <SubmitButton waiting="Accepting…">Accept this time</SubmitButton>
      </div>
    </Form>
  );
}

/** Other times, which the candidate proposes. */
export function OtherTimesForm({ seen, zone }: { seen: Seen; zone: string | null }) {
  const form = useForm(answerInterviewAction, { name: `other-${seen.id}` });
  const { state } = form;
  const at = `-other-${seen.id}`;
  return (
    <Unfold label="Propose other times" isOpen={state.message !== undefined}>
      <Form form={form} at={at} className="grid gap-4">
        <SeenFields {...seen} answer="other" />
        <TimeFields state={state} count={3} at={at} />
        <ZoneField state={state} zone={zone} id={`zone${at}`} />
        <TextArea
          id={`words${at}`}
          name="words"
          label="Message"
          optional
          rows={3}
          errors={state.fieldErrors?.words}
          defaultValue={typed(state, "words")}
        />
        <div>
          <SubmitButton look="secondary">Propose these times</SubmitButton>
        </div>
      </Form>
    </Unfold>
  );
}

/** The candidate's no, or the company's end of it; with words to the other side. */
export function EndForm({ seen, reader }: { seen: Seen; reader: Reader }) {
  const form = useForm(reader === "candidate" ? answerInterviewAction : cancelInterviewAction, {
    name: `end-${seen.id}`,
  });
  const { state } = form;
  const label = reader === "candidate" ? "Decline the interview" : "Cancel the interview";
  return (
    <Unfold label={`${label}…`} isOpen={state.message !== undefined}>
      <Form form={form} at={`-end-${seen.id}`} className="grid gap-4">
        <SeenFields {...seen} answer={reader === "candidate" ? "decline" : undefined} />
        <TextArea
          id={`words-end-${seen.id}`}
          name="words"
          label="Message"
          optional
          hint="The other side will read it."
          rows={3}
          errors={state.fieldErrors?.words}
          defaultValue={typed(state, "words")}
        />
        <div>
          <SubmitButton look="danger">{label}</SubmitButton>
        </div>
      </Form>
    </Unfold>
  );
}

function Unfold({ label, isOpen, children }: { label: string; isOpen: boolean; children: ReactNode }) {
  return (
    <details open={isOpen}>
      <summary className="link inline-flex min-h-11 w-fit cursor-pointer items-center">{label}</summary>
      <div className="max-w-measure pt-3 pb-2">{children}</div>
    </details>
  );
}
