"use client";

import { Form, useForm } from "@/app/_parts/form";
import { PayEcho } from "@/app/_parts/pay-echo";
import { Checkbox, CheckboxGroup, Select } from "@/app/_ui/choice-field";
import { FieldRow } from "@/app/_ui/field";
import { Section } from "@/app/_ui/section";
import { SubmitButton } from "@/app/_ui/submit-button";
import { NumberField, TextArea, TextField } from "@/app/_ui/text-field";
import { type FormRecord, typed, typedList } from "@/lib/forms/state";
import type { Rate } from "@/lib/taxonomy/money";
import { bands } from "@/lib/taxonomy/terms";
import {
  bandWords,
  bandYears,
  degreeWords,
  employmentWords,
  optionsOf,
  workplaceWords,
} from "@/lib/taxonomy/words";
import { saveProfileAction } from "./actions";
import { ResponsibilityAnswers, type Shown, SkillRows } from "./profile-tags";

type Props = {
  record: FormRecord;
  evidence: readonly Shown[];
  responsibilities: { slug: string; label: string; group: string }[];
  rates: Rate[];
  timezones: string[];
};

export function ProfileForm({ record, evidence, responsibilities, rates, timezones }: Props) {
  const form = useForm(saveProfileAction, { name: "profile", record });
  const { state } = form;
  const errors = state.fieldErrors ?? {};
  return (
    <Form form={form} className="grid max-w-3xl gap-10">
      <Section title="You" className="grid gap-5">
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
      </Section>
      <SkillRows state={state} evidence={evidence} />
      <ResponsibilityAnswers state={state} evidence={evidence} responsibilities={responsibilities} />
      <Section id="what-you-want" title="What you want" className="grid gap-6">
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
      </Section>
      <Section
        title="Who can find you"
        note={
          <a className="link" href="/profile/visibility">
            Block companies and see who opened your profile
          </a>
        }
      >
        <Checkbox
          name="searchable"
          value="on"
          label="Let employers find me by my profile"
          hint="If off, only companies you apply to can see your profile."
          defaultChecked={typed(state, "searchable") === "on"}
        />
      </Section>
      <div>
        <SubmitButton waiting="Saving…">Save profile</SubmitButton>
      </div>
    </Form>
  );
}
