"use client";

import { ButtonForm } from "@/app/_parts/button-form";
import { Form, useForm } from "@/app/_parts/form";
import { Select } from "@/app/_ui/choice-field";
import { FieldRow } from "@/app/_ui/field";
import { Section } from "@/app/_ui/section";
import { SubmitButton } from "@/app/_ui/submit-button";
import { NumberField, TextArea, TextField } from "@/app/_ui/text-field";
import { typed } from "@/lib/forms/state";
import { periods } from "@/lib/taxonomy/terms";
import { employmentWords, optionsOf, periodWords, workplaceWords } from "@/lib/taxonomy/words";
import { completeImportAction, discardImportsAction } from "../../../actions";

/** What is missing from an imported posting, as fields to fill in; and the way to discard it. */
export function CompleteForm({
  id,
  missing,
  currencies,
}: {
  id: string;
  /** The paths of the fields that are missing. */
  missing: readonly string[];
  currencies: { value: string; label: string }[];
}) {
  const form = useForm(completeImportAction, { name: "complete" });
  const { state } = form;
  const field = (name: string) => ({
    name,
    errors: state.fieldErrors?.[name],
    defaultValue: typed(state, name),
  });
  // A refusal may ask for more, as remote work does for countries.
  const asks = (...paths: string[]) =>
    paths.some((path) => missing.includes(path) || state.fieldErrors?.[path]);
  const asksPlace = asks("workplace", "hiringCountries", "places[0].country");
  return (
    <>
      <Section title="Complete it">
        <Form form={form} className="grid gap-4">
          <input type="hidden" name="id" value={id} />
          {asks("title") && <TextField {...field("title")} label="Title" />}
          {asks("description") && <TextArea {...field("description")} label="Description" rows={8} />}
          {asks("salaryMin", "salaryMax", "salaryCurrency") && (
            <FieldRow legend="Pay">
              <NumberField {...field("salaryMin")} label="From" />
              <NumberField {...field("salaryMax")} label="To" />
              <Select {...field("salaryCurrency")} label="Currency" empty="Choose" options={currencies} />
              <Select
                {...field("salaryPeriod")}
                label="Period"
                defaultValue={typed(state, "salaryPeriod") || "year"}
                options={periods.map((value) => ({ value, label: periodWords[value] }))}
              />
            </FieldRow>
          )}
          {asks("employment") && (
            <Select
              {...field("employment")}
              label="Employment"
              empty="Choose"
              options={optionsOf(employmentWords)}
            />
          )}
          {asks("workplace") && (
            <Select
              {...field("workplace")}
              label="Workplace"
              empty="Choose"
              options={optionsOf(workplaceWords)}
            />
          )}
          {asksPlace && (
            <>
              <TextField
                {...field("hiringCountries")}
                label="Countries where the company can hire"
                hint="For remote work, such as Germany, France."
              />
              <TextField {...field("places[0].city")} label="City" optional />
              <TextField
                {...field("places[0].country")}
                label="Country of the office"
                hint="For work in an office, or hybrid."
              />
            </>
          )}
          <SubmitButton waiting="Saving…">Save and put in review</SubmitButton>
        </Form>
      </Section>
      <Section title="Discard it">
        <p className="mb-3 text-ink-2">The same advert is not imported again.</p>
        <ButtonForm
          action={discardImportsAction}
          values={{ "ids[0]": id }}
          look="danger"
          size="md"
          waiting="Discarding…"
        >
          Discard this import
        </ButtonForm>
      </Section>
    </>
  );
}
