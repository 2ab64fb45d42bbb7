import { PayEcho } from "@/app/_parts/pay-echo";
import { CheckboxGroup, Select } from "@/app/_ui/choice-field";
import { FieldRow } from "@/app/_ui/field";
import { NumberField, TextArea } from "@/app/_ui/text-field";
import { type FormState, typed, typedList } from "@/lib/forms/state";
import type { Rate } from "@/lib/taxonomy/money";
import { bands } from "@/lib/taxonomy/terms";
import { bandWords, bandYears, employmentWords, optionsOf, workplaceWords } from "@/lib/taxonomy/words";

/** What the candidate wants: pay, workplace, employment, levels, countries and hours. */
export function WantsFields({
  state,
  rates,
  timezones,
}: {
  state: FormState;
  rates: readonly Rate[];
  timezones: readonly string[];
}) {
  const errors = state.fieldErrors ?? {};
  return (
    <>
      <div>
        <FieldRow
          legend="Pay, a year"
          hint="We compare it with the upper end of a posting’s range. We never ask what you earn now."
        >
          <NumberField
            name="wantedMin"
            label="At least"
            errors={errors.wantedMin}
            defaultValue={typed(state, "wantedMin")}
          />
          <Select
            name="wantedCurrency"
            label="Currency"
            empty="–"
            options={rates.map(({ currency }) => ({ value: currency, label: currency }))}
            errors={errors.wantedCurrency}
            defaultValue={typed(state, "wantedCurrency")}
          />
        </FieldRow>
        <PayEcho
          rates={rates}
          names={{ min: "wantedMin", currency: "wantedCurrency" }}
          typed={{
            min: typed(state, "wantedMin"),
            max: "",
            currency: typed(state, "wantedCurrency"),
            period: "year",
          }}
        />
      </div>
      <CheckboxGroup
        name="workplaces"
        label="Workplace"
        columns
        options={optionsOf(workplaceWords)}
        errors={errors.workplaces}
        defaultValue={typedList(state, "workplaces")}
      />
      <CheckboxGroup
        name="employment"
        label="Employment"
        columns
        options={optionsOf(employmentWords)}
        errors={errors.employment}
        defaultValue={typedList(state, "employment")}
      />
      <CheckboxGroup
        name="bands"
        label="Levels you are looking for"
        hint="By the years that a posting asks for. Your matches show only these, until you remove the filter there."
        columns
        options={bands.map((band) => ({
          value: band,
          label: `${bandWords[band]}, ${bandYears[band]}`,
        }))}
        errors={errors.bands}
        defaultValue={typedList(state, "bands")}
      />
      <TextArea
        name="countries"
        label="Countries where you can work"
        hint="By name or code, separated by commas."
        rows={2}
        errors={errors.countries}
        defaultValue={typed(state, "countries")}
      />
      <Select
        name="timezone"
        label="Time zone"
        empty="Not stated"
        options={timezones.map((value) => ({ value, label: value.replaceAll("_", " ") }))}
        errors={errors.timezone}
        defaultValue={typed(state, "timezone")}
      />
      <Select
        name="overlapHours"
        label="Hours in common with the team"
        hint="How many hours of your 9–17 must overlap with theirs. Default: 4."
        empty="Not stated"
        options={[1, 2, 3, 4, 5, 6, 7, 8].map((hours) => ({ value: String(hours), label: String(hours) }))}
        errors={errors.overlapHours}
        defaultValue={typed(state, "overlapHours")}
      />
    </>
  );
}
