"use client";

import { Select } from "@/app/_ui/choice-field";
import { NumberField, TextField } from "@/app/_ui/text-field";
import { type FormState, typed } from "@/lib/forms/state";
import type { Frequency } from "@/lib/saved/lists";
import { frequencyOptions } from "./frequency-words";

/** What can be said of a saved search. `at` tells one form of a page from another. */
export function SearchFields({
  state,
  at,
  name,
  frequency,
  minMatch,
}: {
  state: FormState;
  at: string;
  name: string;
  frequency: Frequency;
  minMatch: number | null;
}) {
  const errors = state.fieldErrors ?? {};
  return (
    <>
      <TextField
        id={`name-${at}`}
        name="name"
        label="Name"
        maxLength={120}
        autoComplete="off"
        errors={errors.name}
        defaultValue={typed(state, "name", name)}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <Select
          id={`frequency-${at}`}
          name="frequency"
          label="New postings by e-mail"
          hint="Without postings that fail the pay, place, time zone or employment in your profile."
          options={frequencyOptions}
          errors={errors.frequency}
          defaultValue={typed(state, "frequency", frequency)}
        />
        <NumberField
          id={`minMatch-${at}`}
          name="minMatch"
          label="Only where I match at least"
          suffix="%"
          optional
          errors={errors.minMatch}
          defaultValue={typed(state, "minMatch", minMatch)}
        />
      </div>
    </>
  );
}
