"use client";

import { Form, useForm } from "@/app/_parts/form";
import { PayEcho } from "@/app/_parts/pay-echo";
import { Checkbox, Select } from "@/app/_ui/choice-field";
import { FieldRow } from "@/app/_ui/field";
import { Section } from "@/app/_ui/section";
import { SubmitButton } from "@/app/_ui/submit-button";
import { NumberField, TextArea, TextField } from "@/app/_ui/text-field";
import { type FormRecord, typed } from "@/lib/forms/state";
import type { Cost } from "@/lib/matching/queries/cost";
import type { Rate } from "@/lib/taxonomy/money";
import { periods } from "@/lib/taxonomy/terms";
import { degreeWords, employmentWords, optionsOf, periodWords, workplaceWords } from "@/lib/taxonomy/words";
import { editPostingAction, savePostingAction } from "../actions";
import { CostMeter } from "./_parts/cost-meter";
import { RealityFields } from "./_parts/reality-fields";
import { PlaceRows, ResponsibilityLines, SkillLines } from "./_parts/requirement-fields";

type Props = {
  companyId: string;
  /** None for a new posting. */
  id?: string;
  record: FormRecord;
  responsibilities: { slug: string; label: string }[];
  rates: Rate[];
  cost: Cost | null;
  /** It is edited while it is public: there is no draft to save, and nothing to submit. */
  isPublished?: boolean;
};

export function PostingForm({
  companyId,
  id,
  record,
  responsibilities,
  rates,
  cost,
  isPublished = false,
}: Props) {
  const form = useForm(isPublished ? editPostingAction : savePostingAction, { name: "posting", record });
  const { state } = form;
  const errors = state.fieldErrors ?? {};
  const text = (name: string) => ({ name, errors: errors[name], defaultValue: typed(state, name) });
  return (
    <Form form={form} className="grid max-w-3xl gap-10">
      <input type="hidden" name="companyId" value={companyId} />
      {id && <input type="hidden" name="id" value={id} />}
      {/* Enter in a field presses the first button: it must be the harmless one. */}
      {!isPublished && (
        <button type="submit" name="intent" value="save" className="sr-only" tabIndex={-1} aria-hidden="true">
          Save draft
        </button>
      )}
      <Section title="The role" className="grid gap-5">
        <TextField
          {...text("title")}
          label="Title"
          hint="The name engineers would use, such as “Backend Developer, Payments”."
        />
        <TextArea
          {...text("description")}
          label="Description"
          hint="Markdown: **bold**, lists with dashes, ### headings. Describe the work, the team and the first months."
          rows={14}
        />
        <FieldRow legend="Where and how">
          <Select
            {...text("workplace")}
            label="Workplace"
            empty="Choose"
            options={optionsOf(workplaceWords)}
          />
          <Select
            {...text("employment")}
            label="Employment"
            empty="Choose"
            options={optionsOf(employmentWords)}
          />
        </FieldRow>
        <TextArea
          {...text("hiringCountries")}
          label="Countries where you can hire"
          hint="For remote work: names or codes, separated by commas. “Anywhere” cannot be published."
          rows={2}
        />
        <PlaceRows state={state} />
      </Section>
      <Section title="Pay" note="Pay is always shown. A posting without it cannot be published.">
        <FieldRow legend="Range" hint="Write amounts as you are used to: 85,000, 85.000 or 85k.">
          <NumberField {...text("salaryMin")} label="From" />
          <NumberField {...text("salaryMax")} label="To" />
          <Select
            {...text("salaryCurrency")}
            label="Currency"
            empty="Choose"
            options={rates.map(({ currency }) => ({ value: currency, label: currency }))}
          />
          <Select {...text("salaryPeriod")} label="Per" options={optionsOf(periodWords)} />
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
            min: typed(state, "salaryMin"),
            max: typed(state, "salaryMax"),
            currency: typed(state, "salaryCurrency"),
            period: periods.find((period) => period === typed(state, "salaryPeriod")) ?? "year",
          }}
        />
        {(errors.payConfirmed || typed(state, "payConfirmed") === "on") && (
          <Checkbox
            name="payConfirmed"
            value="on"
            label="Yes, this pay is right"
            hint="The reviewer will see a note that this pay is unusual."
            errors={errors.payConfirmed}
            defaultChecked={typed(state, "payConfirmed") === "on"}
            className="mt-2"
          />
        )}
      </Section>
      <Section title="Requirements" className="grid gap-6" note="Candidates are matched on each of these.">
        <FieldRow
          legend="Experience"
          hint="Years of similar work. Leave a field empty if it does not matter."
        >
          <NumberField {...text("experienceMin")} label="At least" />
          <NumberField {...text("experienceMax")} label="At most" />
        </FieldRow>
        <FieldRow legend="Degree">
          <Select
            {...text("degreeLevel")}
            label="Level"
            empty="Not required"
            options={optionsOf(degreeWords)}
          />
          <TextField {...text("degreeField")} label="Field" />
        </FieldRow>
        <Checkbox
          name="equalExperience"
          value="on"
          label="Equivalent work experience is accepted instead"
          defaultChecked={typed(state, "equalExperience") === "on"}
        />
        <SkillLines state={state} />
        <ResponsibilityLines state={state} responsibilities={responsibilities} />
        {cost && <CostMeter cost={cost} />}
      </Section>
      <RealityFields state={state} />
      <Section title="Your promise">
        <NumberField
          {...text("replyDays")}
          label="Answer every applicant within"
          suffix="days"
          className="max-w-60"
        />
      </Section>
      <Section title="How you review">
        <Checkbox
          name="blindReview"
          value="on"
          label="Review without names first"
          hint="Name, contact details and schools are hidden until you move an application for the first time. Until then, each applicant is shown as a number."
          defaultChecked={typed(state, "blindReview") === "on"}
        />
      </Section>
      <div className="flex flex-wrap gap-3">
        {isPublished ? (
          <SubmitButton waiting="Saving…">Save changes</SubmitButton>
        ) : (
          <>
            <SubmitButton name="intent" value="submit" waiting="Submitting…">
              Submit for review
            </SubmitButton>
            <SubmitButton look="secondary" name="intent" value="save" waiting="Saving…">
              Save draft
            </SubmitButton>
          </>
        )}
      </div>
    </Form>
  );
}
