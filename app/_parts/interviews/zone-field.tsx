"use client";

import { useIsScripted } from "@/app/_parts/scripted";
import { TextField } from "@/app/_ui/text-field";
import { type FormState, typed } from "@/lib/forms/state";

/** The time zone that the times of a form are in: `zone` where it is known, else that of the browser. */
export function ZoneField({ state, zone, id }: { state: FormState; zone: string | null; id?: string }) {
  const isScripted = useIsScripted();
  const guess = isScripted ? Intl.DateTimeFormat().resolvedOptions().timeZone : "UTC";
  const value = typed(state, "zone", zone ?? guess);
  return (
    <TextField
      // Drawn anew once the browser's zone is known.
      key={value}
      id={id}
      name="zone"
      label="Time zone of these times"
      hint="A name like Europe/Berlin."
      errors={state.fieldErrors?.zone}
      defaultValue={value}
      className="max-w-80"
    />
  );
}
