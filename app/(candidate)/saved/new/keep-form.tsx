"use client";

import { Form, useForm } from "@/app/_parts/form";
import { saveSearchAction } from "@/app/_parts/search/actions";
import { SubmitButton } from "@/app/_ui/submit-button";
import { SearchFields } from "../search-fields";

export function KeepForm({
  criteria,
  name,
  minMatch,
}: {
  criteria: string;
  name: string;
  minMatch: number | null;
}) {
  const form = useForm(saveSearchAction, { name: "search" });
  const { state } = form;
  return (
    <Form form={form} at="new" className="grid max-w-measure gap-5">
      <input type="hidden" name="criteria" value={criteria} />
      <SearchFields state={state} at="new" name={name} frequency="daily" minMatch={minMatch} />
      <div>
        <SubmitButton waiting="Saving…">Save this search</SubmitButton>
      </div>
    </Form>
  );
}
