"use client";

import { useActionState } from "react";
import { Notice } from "@/app/_ui/notice";
import { SubmitButton } from "@/app/_ui/submit-button";
import { untouched } from "@/lib/forms/state";
import { keepSearch } from "../actions";
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
  const [state, action] = useActionState(keepSearch, untouched);
  return (
    <form action={action} className="grid max-w-measure gap-5" noValidate>
      {state.message && <Notice tone="danger" live title={state.message} />}
      <input type="hidden" name="criteria" value={criteria} />
      <SearchFields state={state} at="new" name={name} frequency="daily" minMatch={minMatch} />
      <div>
        <SubmitButton waiting="Saving…">Save this search</SubmitButton>
      </div>
    </form>
  );
}
