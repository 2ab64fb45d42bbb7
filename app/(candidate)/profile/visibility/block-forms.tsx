"use client";

import { ButtonForm } from "@/app/_parts/button-form";
import { Form, useForm } from "@/app/_parts/form";
import { Checkbox } from "@/app/_ui/choice-field";
import { SubmitButton } from "@/app/_ui/submit-button";
import { TextField } from "@/app/_ui/text-field";
import { typed } from "@/lib/forms/state";
import {
  blockCompanyAction,
  blockDomainAction,
  setSearchableAction,
  unblockCompanyAction,
  unblockDomainAction,
} from "./actions";

export function SearchableForm({ searchable }: { searchable: boolean }) {
  const form = useForm(setSearchableAction, { name: "searchable" });
  return (
    <Form form={form} className="grid gap-4">
      <Checkbox
        name="searchable"
        value="on"
        label="Let employers find me by my profile"
        hint="They see what you can do and what you want. They do not see your name, address or links until you apply."
        defaultChecked={searchable}
      />
      <div>
        <SubmitButton look="secondary" waiting="Saving…">
          Save
        </SubmitButton>
      </div>
    </Form>
  );
}

export function BlockCompanyForm() {
  const form = useForm(blockCompanyAction, { name: "blocked-company" });
  const { state } = form;
  return (
    <Form form={form} className="grid content-start gap-4">
      <TextField
        name="company"
        label="Company"
        hint="Enter its name. The field suggests companies whose members can look for candidates."
        list="company-options"
        autoComplete="off"
        errors={state.fieldErrors?.company}
        defaultValue={typed(state, "company")}
      />
      <div>
        <SubmitButton look="secondary" waiting="Blocking…">
          Block company
        </SubmitButton>
      </div>
    </Form>
  );
}

export function BlockDomainForm() {
  const form = useForm(blockDomainAction, { name: "blocked-domain" });
  const { state } = form;
  return (
    <Form form={form} className="grid content-start gap-4">
      <TextField
        name="domain"
        label="Domain"
        hint="For example example.com. This blocks every company with that domain, or with a member whose e-mail address is there."
        autoComplete="off"
        errors={state.fieldErrors?.domain}
        defaultValue={typed(state, "domain")}
      />
      <div>
        <SubmitButton look="secondary" waiting="Blocking…">
          Block domain
        </SubmitButton>
      </div>
    </Form>
  );
}

/** One thing that is blocked, and the way back. */
export function Blocked({ name, companyId }: { name: string; companyId?: string }) {
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 border-b border-rule py-1 first:border-t">
      <span className="min-w-0 break-words">{name}</span>
      <ButtonForm
        action={companyId ? unblockCompanyAction : unblockDomainAction}
        values={companyId ? { companyId } : { domain: name }}
        look="quiet"
        waiting="Unblocking…"
      >
        Unblock<span className="sr-only"> {name}</span>
      </ButtonForm>
    </li>
  );
}
