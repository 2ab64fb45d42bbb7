"use client";

import { Form, useForm } from "@/app/_parts/form";
import { Select } from "@/app/_ui/choice-field";
import { SubmitButton } from "@/app/_ui/submit-button";
import { NumberField, TextArea, TextField } from "@/app/_ui/text-field";
import { companySizes } from "@/lib/companies/lists";
import { type FormRecord, typed } from "@/lib/forms/state";
import { countries } from "@/lib/taxonomy/countries";
import { createCompanyAction, editCompanyAction } from "../actions";

type Props = {
  /** None for a new company. */
  id?: string;
  record: FormRecord;
  isVerified?: boolean;
};

const badgeOfName =
  "Your company is verified under this name. If you change the name, the company loses its badge until it is verified again.";
const badgeOfWebsite = "The same applies to the domain of your website.";

export function CompanyForm({ id, record, isVerified = false }: Props) {
  const form = useForm(id ? editCompanyAction : createCompanyAction, { name: "company", record });
  const { state } = form;
  const errors = state.fieldErrors ?? {};
  return (
    <Form form={form} className="grid max-w-xl gap-5">
      {id && <input type="hidden" name="id" value={id} />}
      <TextField
        name="name"
        label="Name"
        hint={isVerified && badgeOfName}
        errors={errors.name}
        defaultValue={typed(state, "name")}
      />
      <TextField
        name="website"
        label="Website"
        type="url"
        hint={isVerified && badgeOfWebsite}
        optional
        errors={errors.website}
        defaultValue={typed(state, "website")}
      />
      <TextArea
        name="description"
        label="What you build"
        hint="A few sentences for developers. You can use Markdown in these texts."
        optional
        errors={errors.description}
        defaultValue={typed(state, "description")}
      />
      <TextField
        name="stack"
        label="What you build it with"
        hint="Technologies, with commas between them: Go, PostgreSQL, Kafka."
        optional
        errors={errors.stack}
        defaultValue={typed(state, "stack")}
      />
      <TextArea
        name="working"
        label="How you work"
        hint="Teams, reviews, releases, on-call, meetings: what a day is like."
        optional
        errors={errors.working}
        defaultValue={typed(state, "working")}
      />
      <TextArea
        name="benefits"
        label="Benefits"
        hint="What people get besides their pay."
        optional
        errors={errors.benefits}
        defaultValue={typed(state, "benefits")}
      />
      <Select
        name="country"
        label="Country"
        empty="Not stated"
        options={countries.map(({ code, name }) => ({ value: code, label: name }))}
        errors={errors.country}
        defaultValue={typed(state, "country")}
      />
      <Select
        name="size"
        label="Number of employees"
        empty="Not stated"
        options={companySizes.map((value) => ({ value, label: value }))}
        errors={errors.size}
        defaultValue={typed(state, "size")}
      />
      <NumberField
        name="retentionMonths"
        label="Months that you store applications"
        hint="Counted from the decision, from 1 to 24. After that we erase them with their messages, notes and files. Candidates see this when they apply."
        errors={errors.retentionMonths}
        defaultValue={typed(state, "retentionMonths")}
      />
      <div>
        <SubmitButton waiting="Saving…">{id ? "Save" : "Create company"}</SubmitButton>
      </div>
    </Form>
  );
}
