"use client";

import { Form, useForm } from "@/app/_parts/form";
import { TimeFields } from "@/app/_parts/interviews/time-fields";
import { ZoneField } from "@/app/_parts/interviews/zone-field";
import { SubmitButton } from "@/app/_ui/submit-button";
import { NumberField, TextArea, TextField } from "@/app/_ui/text-field";
import { typed } from "@/lib/forms/state";
import { mostTimes } from "@/lib/interviews/lists";
import { proposeInterviewAction } from "./actions";

/** What the form begins with. `times` are on the clock of `zone`; without a zone, on that of the browser. */
type Begun = {
  id?: string;
  sequence?: number;
  times: string[];
  zone: string | null;
  minutes: number;
  place: string;
  link: string;
  words: string;
};

export function InterviewForm({ applicationId, begun }: { applicationId: string; begun: Begun }) {
  const form = useForm(proposeInterviewAction, { name: "interview" });
  const { state } = form;
  const errors = state.fieldErrors ?? {};
  return (
    <Form form={form} className="grid max-w-measure gap-6">
      <input type="hidden" name="applicationId" value={applicationId} />
      {begun.id && <input type="hidden" name="id" value={begun.id} />}
      {begun.sequence !== undefined && <input type="hidden" name="sequence" value={begun.sequence} />}
      <TimeFields state={state} count={mostTimes} times={begun.times} />
      <ZoneField state={state} zone={begun.zone} />
      <NumberField
        name="minutes"
        label="Length"
        suffix="minutes"
        errors={errors.minutes}
        defaultValue={typed(state, "minutes", begun.minutes)}
        className="max-w-60"
      />
      <TextField
        name="place"
        label="Place"
        optional
        hint="An address, or “by phone”. Enter a place, a link or both."
        errors={errors.place}
        defaultValue={typed(state, "place", begun.place)}
      />
      <TextField
        name="link"
        label="Link to the call"
        optional
        inputMode="url"
        hint="It begins with https://."
        errors={errors.link}
        defaultValue={typed(state, "link", begun.link)}
      />
      <TextArea
        name="words"
        label="Message"
        optional
        hint="Who will be there, and what it will be about."
        rows={4}
        errors={errors.words}
        defaultValue={typed(state, "words", begun.words)}
      />
      <div>
        <SubmitButton>{begun.id ? "Send the change" : "Propose to the candidate"}</SubmitButton>
      </div>
    </Form>
  );
}
