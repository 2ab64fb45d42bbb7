"use client";

import { useActionState } from "react";
import { PayEcho } from "@/app/_parts/pay-echo";
import { Checkbox, Select } from "@/app/_ui/choice-field";
import { ErrorSummary } from "@/app/_ui/error-summary";
import { FieldRow } from "@/app/_ui/field";
import { Notice } from "@/app/_ui/notice";
import { Section } from "@/app/_ui/section";
import { SubmitButton } from "@/app/_ui/submit-button";
import { NumberField, TextArea, TextField } from "@/app/_ui/text-field";
import { typed, untouched } from "@/lib/forms/state";
import type { Cost } from "@/lib/matching/queries/cost";
import type { OwnPosting } from "@/lib/postings/queries/own";
import { countryName } from "@/lib/taxonomy/countries";
import type { Rate } from "@/lib/taxonomy/money";
import { periods } from "@/lib/taxonomy/terms";
import { degreeWords, employmentWords, optionsOf, periodWords, workplaceWords } from "@/lib/taxonomy/words";
import { keepPosting } from "../actions";
import { CostMeter } from "./_parts/cost-meter";
import { RealityFields } from "./_parts/reality-fields";
import { DutyLines, PlaceRows, SkillLines } from "./_parts/requirement-fields";

type Props = {
  companyId: string;
  posting: OwnPosting | null;
  responsibilities: { slug: string; label: string }[];
  rates: Rate[];
  cost: Cost | null;
};

export function PostingForm({ companyId, posting, responsibilities, rates, cost }: Props) {
  const [state, action] = useActionState(keepPosting, untouched);
  const errors = state.fieldErrors ?? {};
  const text = (name: string, kept?: string | number | null) => ({
    name,
    errors: errors[name],
    defaultValue: typed(state, name, kept),
  });
  return (
    <form action={action} className="grid max-w-3xl gap-10" noValidate>
      <ErrorSummary state={state} />
      {state.message && !state.fieldErrors && <Notice tone="danger" live title={state.message} />}
      <input type="hidden" name="companyId" value={companyId} />
      {posting && <input type="hidden" name="id" value={posting.id} />}
      {/* Enter in a field presses the first button: it must be the harmless one. */}
      <button type="submit" name="intent" value="save" className="sr-only" tabIndex={-1} aria-hidden="true">
        Keep draft
      </button>
      <Section title="The role" className="grid gap-5">
        <TextField
          {...text("title", posting?.title)}
          label="Title"
          hint="As engineers would say it: “Backend Developer, Payments”."
        />
        <TextArea
          {...text("description", posting?.description)}
          label="Description"
          hint="Markdown: **bold**, lists with dashes, ### headings. What the work is, with whom, and what the first months hold."
          rows={14}
        />
        <FieldRow legend="Where and how">
          <Select
            {...text("workplace", posting?.workplace)}
            label="Workplace"
            empty="Choose"
            options={optionsOf(workplaceWords)}
          />
          <Select
            {...text("employment", posting?.employment)}
            label="Employment"
            empty="Choose"
            options={optionsOf(employmentWords)}
          />
        </FieldRow>
        <TextArea
          {...text("hiringCountries", posting?.hiringCountries.map(countryName).join(", "))}
          label="Countries where you can hire"
          hint="For remote work, by name or code, separated by commas. “Anywhere” cannot be published."
          rows={2}
        />
        <PlaceRows state={state} places={posting?.places ?? []} />
      </Section>
      <Section title="Pay" note="Always shown. Without it a posting cannot be published.">
        <FieldRow legend="Range" hint="Write amounts as you are used to: 85,000, 85.000 or 85k.">
          <NumberField {...text("salaryMin", posting?.salaryMin)} label="From" />
          <NumberField {...text("salaryMax", posting?.salaryMax)} label="To" />
          <Select
            {...text("salaryCurrency", posting?.salaryCurrency)}
            label="Currency"
            empty="Choose"
            options={rates.map(({ currency }) => ({ value: currency, label: currency }))}
          />
          <Select
            {...text("salaryPeriod", posting?.salaryPeriod ?? "year")}
            label="Per"
            options={optionsOf(periodWords)}
          />
        </FieldRow>
        <PayEcho
          rates={rates}
          isAsked={errors.payConfirmed !== undefined}
          names={{
            min: "salaryMin",
            max: "salaryMax",
            currency: "salaryCurrency",
            period: "salaryPeriod",
          }}
          typed={{
            min: typed(state, "salaryMin", posting?.salaryMin),
            max: typed(state, "salaryMax", posting?.salaryMax),
            currency: typed(state, "salaryCurrency", posting?.salaryCurrency),
            period:
              periods.find((period) => period === typed(state, "salaryPeriod", posting?.salaryPeriod)) ??
              "year",
          }}
        />
        {(errors.payConfirmed || typed(state, "payConfirmed") === "on") && (
          <Checkbox
            name="payConfirmed"
            value="on"
            label="Yes, this pay is right"
            hint="It goes to review with a note that it is outside what is usual."
            errors={errors.payConfirmed}
            defaultChecked={typed(state, "payConfirmed") === "on"}
            className="mt-2"
          />
        )}
      </Section>
      <Section
        title="What you ask"
        className="grid gap-6"
        note="Each of these is a line that candidates are matched on."
      >
        <FieldRow legend="Experience" hint="Years in such work. Leave empty what does not matter.">
          <NumberField {...text("experienceMin", posting?.experienceMin)} label="At least" />
          <NumberField {...text("experienceMax", posting?.experienceMax)} label="At most" />
        </FieldRow>
        <FieldRow legend="Degree">
          <Select
            {...text("degreeLevel", posting?.degreeLevel)}
            label="Level"
            empty="Not asked"
            options={optionsOf(degreeWords)}
          />
          <TextField {...text("degreeField", posting?.degreeField)} label="Field" />
        </FieldRow>
        <Checkbox
          name="equalExperience"
          value="on"
          label="Equal work experience will do instead"
          defaultChecked={
            state.values ? typed(state, "equalExperience") === "on" : (posting?.equalExperience ?? true)
          }
        />
        <SkillLines state={state} skills={posting?.skills ?? []} />
        <DutyLines state={state} kept={posting?.responsibilities ?? []} responsibilities={responsibilities} />
        {cost && <CostMeter cost={cost} />}
      </Section>
      <RealityFields state={state} card={posting?.reality ?? null} />
      <Section title="Your promise">
        <NumberField
          {...text("replyDays", posting?.replyDays ?? 14)}
          label="An answer to every applicant within"
          suffix="days"
          className="max-w-60"
        />
      </Section>
      <Section title="How you review">
        <Checkbox
          name="blindReview"
          value="on"
          label="Review without names first"
          hint="Name, contact and schools of an applicant stay hidden until you move them for the first time. Until then they have a number."
          defaultChecked={
            state.values ? typed(state, "blindReview") === "on" : (posting?.blindReview ?? false)
          }
        />
      </Section>
      <div className="flex flex-wrap gap-3">
        <SubmitButton name="intent" value="submit" waiting="Sending…">
          Hand in for review
        </SubmitButton>
        <SubmitButton look="secondary" name="intent" value="save" waiting="Keeping…">
          Keep draft
        </SubmitButton>
      </div>
    </form>
  );
}
