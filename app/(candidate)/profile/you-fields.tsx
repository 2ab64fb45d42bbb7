import { Select } from "@/app/_ui/choice-field";
import { FieldRow } from "@/app/_ui/field";
import { NumberField, TextField } from "@/app/_ui/text-field";
import { type FormState, typed } from "@/lib/forms/state";
import { degreeWords, optionsOf } from "@/lib/taxonomy/words";

/** Who the candidate is: name, headline, years of experience and degree. */
export function YouFields({ state }: { state: FormState }) {
  const errors = state.fieldErrors ?? {};
  return (
    <>
      <TextField
        name="name"
        label="Name"
        autoComplete="name"
        errors={errors.name}
        defaultValue={typed(state, "name")}
      />
      <TextField
        name="headline"
        label="Headline"
        hint="One line, such as “Payments backend, Go and PostgreSQL”."
        errors={errors.headline}
        defaultValue={typed(state, "headline")}
      />
      <FieldRow legend="Experience and degree">
        <NumberField
          name="years"
          label="Years of experience"
          errors={errors.years}
          defaultValue={typed(state, "years")}
        />
        <Select
          name="degreeLevel"
          label="Highest degree"
          empty="Not stated"
          options={optionsOf(degreeWords)}
          errors={errors.degreeLevel}
          defaultValue={typed(state, "degreeLevel")}
        />
        <TextField
          name="degreeField"
          label="Field"
          errors={errors.degreeField}
          defaultValue={typed(state, "degreeField")}
        />
      </FieldRow>
    </>
  );
}
