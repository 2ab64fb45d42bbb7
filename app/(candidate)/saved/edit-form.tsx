"use client";

import { useActionState } from "react";
import { Notice } from "@/app/_ui/notice";
import { SubmitButton } from "@/app/_ui/submit-button";
import { untouched } from "@/lib/forms/state";
import type { Frequency } from "@/lib/search/input";
import { editSearch } from "./actions";
import { SearchFields } from "./search-fields";

/** Behind "Change": folded away until it is wanted, and open while something in it is wrong. */
export function EditForm(search: {
  id: string;
  name: string;
  frequency: Frequency;
  minMatch: number | null;
}) {
  const [state, action] = useActionState(editSearch, untouched);
  return (
    <details open={Boolean(state.message)}>
      <summary className="link inline-flex min-h-9 items-center text-sm">
        Change<span className="sr-only"> {search.name}</span>
      </summary>
      <form action={action} className="grid max-w-measure gap-4 py-3" noValidate>
        {state.message && <Notice tone="danger" live title={state.message} />}
        <input type="hidden" name="id" value={search.id} />
        <SearchFields state={state} at={search.id} {...search} />
        <div>
          <SubmitButton look="secondary" size="sm" waiting="Keeping…">
            Keep
          </SubmitButton>
        </div>
      </form>
    </details>
  );
}
