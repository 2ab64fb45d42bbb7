"use client";

import { Form, useForm } from "@/app/_parts/form";
import { SubmitButton } from "@/app/_ui/submit-button";
import type { Frequency } from "@/lib/saved/lists";
import { changeSearchAction } from "./actions";
import { SearchFields } from "./search-fields";

/** Behind "Change": folded away until it is wanted, and open while something in it is wrong. */
export function EditForm(search: {
  id: string;
  name: string;
  frequency: Frequency;
  minMatch: number | null;
}) {
  const form = useForm(changeSearchAction, { name: `search-${search.id}` });
  const { state } = form;
  return (
    <details open={Boolean(state.message)}>
      <summary className="link inline-flex min-h-9 items-center text-sm">
        Change<span className="sr-only"> {search.name}</span>
      </summary>
      <Form form={form} at={search.id} className="grid max-w-measure gap-4 py-3">
        <input type="hidden" name="id" value={search.id} />
        <SearchFields state={state} at={search.id} {...search} />
        <div>
          <SubmitButton look="secondary" size="sm" waiting="Saving…">
            Save
          </SubmitButton>
        </div>
      </Form>
    </details>
  );
}
