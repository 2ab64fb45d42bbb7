import type { ReactNode } from "react";
import { Checkbox, Select } from "@/app/_ui/choice-field";
import { FieldRow } from "@/app/_ui/field";
import { Section } from "@/app/_ui/section";
import { NumberField, TextField } from "@/app/_ui/text-field";
import { type FormState, typed } from "@/lib/forms/state";
import type { Review } from "@/lib/profiles/resume/review";
import type { Degree } from "@/lib/taxonomy/terms";
import { degreeWords, optionsOf } from "@/lib/taxonomy/words";
import { isTicked } from "./tick";

type Props = { state: FormState; shown: Review; email: string };

/** What was read of the person. Where the profile has an answer already, that one stands unless this is ticked. */
export function ReadPerson({ state, shown, email }: Props) {
  const { name, headline, years, degree } = shown;
  const errors = state.fieldErrors ?? {};
  if (!name && !headline && !years && !degree && !shown.email) return null;
  return (
    <Section title="You" className="grid gap-5">
      {name && (
        <Kept proof="name" box="keepName" label="Import the name" own={name.own} state={state}>
          <TextField
            name="name"
            label="Name"
            errors={errors.name}
            defaultValue={typed(state, "name", name.value)}
          />
        </Kept>
      )}
      {headline && (
        <Kept
          proof="headline"
          box="keepHeadline"
          label="Import the headline"
          own={headline.own}
          state={state}
        >
          <TextField
            name="headline"
            label="Headline"
            errors={errors.headline}
            defaultValue={typed(state, "headline", headline.value)}
          />
        </Kept>
      )}
      {years && (
        <Kept proof="years" box="keepYears" label="Import the years" own={years.own} state={state}>
          <NumberField
            name="years"
            label="Years of experience"
            hint="Worked out from the dates of your jobs. Overlapping months count once."
            errors={errors.years}
            defaultValue={typed(state, "years", years.value)}
          />
        </Kept>
      )}
      {degree && (
        <Kept
          proof="degree"
          box="keepDegree"
          label="Import the degree"
          own={degree.own && degreeWords[degree.own as Degree]}
          state={state}
        >
          <FieldRow legend="Highest degree">
            <Select
              name="degreeLevel"
              label="Degree"
              empty="Not stated"
              options={optionsOf(degreeWords)}
              errors={errors.degreeLevel}
              defaultValue={typed(state, "degreeLevel", degree.level)}
            />
            <TextField
              name="degreeField"
              label="Field"
              errors={errors.degreeField}
              defaultValue={typed(state, "degreeField", degree.field)}
            />
          </FieldRow>
        </Kept>
      )}
      {shown.email && (
        <p className="text-sm text-ink-3">
          {shown.email === email
            ? "The e-mail address in it is the one of your account."
            : `We do not save the e-mail address in it, ${shown.email}. Answers go to the address of your account, ${email}.`}{" "}
          We do not read telephone numbers or postal addresses.
        </p>
      )}
    </Section>
  );
}

function Kept({
  proof,
  box,
  label,
  own,
  state,
  children,
}: {
  proof: string;
  box: string;
  label: string;
  own: string;
  state: FormState;
  children: ReactNode;
}) {
  return (
    <div data-proof={proof}>
      {children}
      <Checkbox
        name={box}
        value="on"
        label={label}
        hint={own ? `In your profile: ${own}` : undefined}
        defaultChecked={isTicked(state, box, own === "")}
      />
    </div>
  );
}
