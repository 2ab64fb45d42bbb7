"use client";

import { Form, useForm } from "@/app/_parts/form";
import { CheckboxGroup } from "@/app/_ui/choice-field";
import { Notice } from "@/app/_ui/notice";
import { SubmitButton } from "@/app/_ui/submit-button";
import { TextField } from "@/app/_ui/text-field";
import { keyScopes } from "@/lib/companies/lists";
import { scopeWords } from "@/lib/companies/words";
import { typed, typedList } from "@/lib/forms/state";
import { createKeyAction } from "./actions";

/** `id` is that of the key to create; `again` is the address of the page with a new one. */
export function CreateForm({ companyId, id, again }: { companyId: string; id: string; again: string }) {
  const form = useForm(createKeyAction, { name: "create-key" });
  const { state } = form;
  if (state.once)
    return (
      <div className="max-w-xl">
        <Notice tone="success" live title="Key created. Copy it now: it is shown only this once.">
          <code className="my-2 block select-all break-all">{state.once}</code>
          <p>
            Store it where your program reads its secrets, and never in a page or an app that others can open.{" "}
            {/* A whole new page: nothing of the key stays in this one. */}
            <a href={again} data-reload className="link">
              Done, I have copied it
            </a>
          </p>
        </Notice>
      </div>
    );
  return (
    <Form form={form} className="grid max-w-xl gap-5">
      <input type="hidden" name="companyId" value={companyId} />
      <input type="hidden" name="id" value={id} />
      <TextField
        name="name"
        label="What the key is for"
        hint="For example, the name of your applicant tracking system."
        autoComplete="off"
        errors={state.fieldErrors?.name}
        defaultValue={typed(state, "name")}
      />
      <CheckboxGroup
        name="scopes"
        label="A program with this key can"
        errors={state.fieldErrors?.scopes}
        defaultValue={typedList(state, "scopes", keyScopes)}
        options={keyScopes.map((value) => ({ value, label: scopeWords[value], hint: value }))}
      />
      <div>
        <SubmitButton waiting="Creating…">Create key</SubmitButton>
      </div>
    </Form>
  );
}
