"use client";

import { useRef, useState } from "react";
import { flushSync } from "react-dom";
import { Form, useForm } from "@/app/_parts/form";
import { PayEcho } from "@/app/_parts/pay-echo";
import { SavingState } from "@/app/_parts/saving-state";
import { useAutosave } from "@/app/_parts/use-autosave";
import { Checkbox, Select } from "@/app/_ui/choice-field";
import { FieldRow } from "@/app/_ui/field";
import { FoldSection } from "@/app/_ui/fold-section";
import { SubmitButton } from "@/app/_ui/submit-button";
import { NumberField, TextArea, TextField } from "@/app/_ui/text-field";
import { type FormRecord, typed } from "@/lib/forms/state";
import type { Rate } from "@/lib/taxonomy/money";
import { periods } from "@/lib/taxonomy/terms";
import { degreeWords, employmentWords, optionsOf, periodWords, workplaceWords } from "@/lib/taxonomy/words";
import { editPostingAction, savePostingAction } from "../actions";
import { LivePreview } from "./_parts/live-preview";
import type { Outlook } from "./_parts/outlook";
import { PlaceRows } from "./_parts/place-rows";
import { QuestionEditor } from "./_parts/question-editor";
import { neededIn, Rail } from "./_parts/rail";
import { RealityFields } from "./_parts/reality-fields";
import { ResponsibilityFields } from "./_parts/responsibility-fields";
import { SkillFields } from "./_parts/skill-fields";
import { useOutlook } from "./_parts/use-outlook";

type Props = {
  companyId: string;
  id: string;
  /** The posting is not saved yet, and gets this id when it is. */
  isNew?: boolean;
  record: FormRecord;
  rates: Rate[];
  currencies: { value: string; label: string }[];
  /** Of the record; null for those who may not write. */
  outlook: Outlook | null;
  /** It is edited while it is public: there is no draft to save, and nothing to submit. */
  isPublished?: boolean;
};

export function PostingForm({
  companyId,
  id: first,
  isNew = false,
  record,
  rates,
  currencies,
  outlook: saved,
  isPublished = false,
}: Props) {
  const place = useRef<HTMLFormElement>(null);
  // A new posting's id is made anew each time its page is drawn.
  const [id] = useState(first);
  const form = useForm(isPublished ? editPostingAction : savePostingAction, { name: "posting", record });
  const { state, tell } = form;
  const [isStarted, setStarted] = useState(!isNew);
  const { outlook, isLate } = useOutlook(place, saved);
  const { saving, onSubmit } = useAutosave(place, {
    action: isPublished ? undefined : savePostingAction,
    version: record.version,
    isUnsaved: state.isRestored === true,
    onSaved: (version) => {
      flushSync(() => {
        tell({ version });
        setStarted(true);
      });
      // Loading the page again must lead to the draft, not to an empty form. The router is not told: it would draw the page anew.
      if (isNew) History.prototype.replaceState.call(history, history.state, "", `/employer/postings/${id}`);
    },
    onChanged: (told) => {
      flushSync(() => tell(told));
      place.current?.reset();
    },
  });
  const errors = state.fieldErrors ?? {};
  const needs = (name: string) =>
    outlook?.missing.some(({ path }) => path === name) ? "Needed to publish" : undefined;
  const text = (name: string) => ({
    name,
    errors: errors[name],
    need: needs(name),
    defaultValue: typed(state, name),
  });
  const isRefused = (...names: string[]) =>
    Object.keys(errors).some((path) =>
      names.some((name) => path === name || path.startsWith(`${name}.`) || path.startsWith(`${name}[`)),
    );
  return (
    <Form form={form} ref={place} onSubmit={onSubmit} className="grid gap-6">
      <div className="grid gap-x-10 gap-y-6 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="grid min-w-0 content-start gap-8">
          <input type="hidden" name="companyId" value={companyId} />
          <input type="hidden" name={isStarted ? "id" : "newId"} value={id} />
          {/* Enter in a field presses the first button: it must be the harmless one. */}
          {!isPublished && (
            <button
              type="submit"
              name="intent"
              value="save"
              className="sr-only"
              tabIndex={-1}
              aria-hidden="true"
            >
              Save draft
            </button>
          )}
          <FoldSection
            title="The role"
            note={neededIn(outlook, ["title", "description"])}
            isOpen
            className="grid gap-5"
          >
            <TextField
              {...text("title")}
              label="Title"
              hint="The name engineers would use, such as “Backend Developer, Payments”."
            />
            <TextArea
              {...text("description")}
              label="Description"
              hint="Markdown: **bold**, lists with dashes, ### headings. Describe the work, the team and the first months."
              rows={10}
            />
          </FoldSection>
          <RealityFields state={state} isOpen={isRefused("reality")} />
          <FoldSection
            title="Where and how"
            note={neededIn(outlook, ["workplace", "employment", "hiringCountries", "places"])}
            isOpen
            className="grid gap-5"
          >
            <div className="grid grid-cols-2 gap-4">
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
            </div>
            <TextArea
              {...text("hiringCountries")}
              label="Countries where you can hire"
              hint="For remote work: names, codes or regions such as EU, separated by commas. “Anywhere” cannot be published."
              rows={2}
            />
            <PlaceRows state={state} need={needs("places[0].country")} />
          </FoldSection>
          <FoldSection title="Pay" note={neededIn(outlook, ["salaryMin"]) ?? "Pay is always shown."} isOpen>
            <FieldRow legend="Range" hint="Write amounts as you are used to: 85,000, 85.000 or 85k.">
              <NumberField {...text("salaryMin")} label="From" />
              <NumberField {...text("salaryMax")} label="To" />
              <Select {...text("salaryCurrency")} label="Currency" empty="Choose" options={currencies} />
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
          </FoldSection>
          <FoldSection
            title="Requirements"
            note="Candidates are matched on each of these."
            isOpen
            className="grid gap-6"
          >
            <SkillFields
              state={state}
              unknown={new Map(outlook?.unknown ?? [])}
              meeting={outlook?.cost.meeting}
            />
            <ResponsibilityFields state={state} />
            <FieldRow
              legend="Experience"
              hint="Years of similar work. Leave a field empty if it does not matter."
            >
              <NumberField {...text("experienceMin")} label="At least" />
              <NumberField {...text("experienceMax")} label="At most" />
            </FieldRow>
            <div>
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
                className="mt-2"
              />
            </div>
          </FoldSection>
          <QuestionEditor state={state} isOpen={isRefused("questions")} />
          <FoldSection
            title="How you answer applicants"
            note={`Within ${typed(state, "replyDays")} days${typed(state, "blindReview") ? ", without names first" : ""}`}
            isOpen={isRefused("replyDays")}
            className="grid gap-4"
          >
            <NumberField
              {...text("replyDays")}
              label="Answer every applicant within"
              suffix="days"
              className="max-w-60"
            />
            <Checkbox
              name="blindReview"
              value="on"
              label="Review without names first"
              hint="Name, contact details and schools are hidden until you move an application for the first time. Until then, each applicant is shown as a number."
              defaultChecked={typed(state, "blindReview") === "on"}
            />
          </FoldSection>
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
        </div>
        {outlook && (
          <Rail outlook={outlook} isLate={isLate} saving={!isPublished && <SavingState saving={saving} />} />
        )}
        {outlook && (
          <div className="if-scripted min-w-0 lg:col-span-2">
            <LivePreview posting={outlook.preview} questions={outlook.questions} />
          </div>
        )}
      </div>
    </Form>
  );
}
