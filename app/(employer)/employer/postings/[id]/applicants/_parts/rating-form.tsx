"use client";

import { Form, useForm } from "@/app/_parts/form";
import { Select } from "@/app/_ui/choice-field";
import { FoldSection } from "@/app/_ui/fold-section";
import { SubmitButton } from "@/app/_ui/submit-button";
import { TextField } from "@/app/_ui/text-field";
import { lineRatings, longestRatingReason } from "@/lib/applications/lists";
import { ratingWords } from "@/lib/applications/words";
import { type FormRecord, typed } from "@/lib/forms/state";
import { rateApplicationAction } from "../../../../actions";

const options = lineRatings.map((value) => ({ value, label: ratingWords[value] }));

/** The lines of a sheet, each with the reader's own rating and reason. `lines` are what they ask, in words, with their places in the sheet. */
export function RatingForm({
  id,
  note,
  isBlind,
  lines,
  record,
}: {
  id: string;
  note: string;
  /** Others have rated, and the reader sees it once they have. */
  isBlind: boolean;
  lines: readonly { at: number; asks: string }[];
  record: FormRecord;
}) {
  const form = useForm(rateApplicationAction, { name: "ratings", record });
  const { state } = form;
  const isAnswered = Boolean(state.fieldErrors ?? state.message);
  return (
    <FoldSection title="Your ratings" note={note} isOpen={isAnswered} className="grid gap-4">
      <p className="max-w-measure text-sm text-ink-2">
        How strongly does this application show what each line asks? Rate at least one line.{" "}
        {isBlind
          ? "You see the ratings of your colleagues once you have saved yours."
          : "Your colleagues see your ratings once they have saved theirs."}{" "}
        The candidate never sees them.
      </p>
      <Form form={form} className="grid gap-4">
        <input type="hidden" name="id" value={id} />
        <div>
          {lines.map(({ at, asks }) => (
            <div
              key={at}
              className="grid gap-x-4 gap-y-2 border-t border-rule py-3 sm:grid-cols-[minmax(0,2fr)_minmax(0,3fr)] sm:items-end"
            >
              <Select
                name={`ratings[${at}]`}
                label={asks}
                empty="Not rated"
                options={options}
                errors={state.fieldErrors?.[`ratings[${at}]`]}
                defaultValue={typed(state, `ratings[${at}]`)}
              />
              <TextField
                name={`reasons[${at}]`}
                label={
                  <>
                    Reason<span className="sr-only"> for {asks}</span>
                  </>
                }
                optional
                maxLength={longestRatingReason}
                errors={state.fieldErrors?.[`reasons[${at}]`]}
                defaultValue={typed(state, `reasons[${at}]`)}
              />
            </div>
          ))}
        </div>
        <div>
          <SubmitButton look="secondary" size="sm" waiting="Saving…">
            Save ratings
          </SubmitButton>
        </div>
      </Form>
    </FoldSection>
  );
}
