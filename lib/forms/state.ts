/** What stands in the fields of a form, by their names. A field that is sent once for each choice has a list. */
export type FormValues = Record<string, string | string[]>;

/** A record as its form shows it; made by `formRecord`. `version` tells a save whether the record was changed meanwhile. */
export type FormRecord = { values: FormValues; version: string };

/** What a form is told after it was sent: beside each field what is wrong with it, and what was typed, so that nothing is lost. */
export type FormState = {
  message?: string;
  fieldErrors?: Record<string, string[]>;
  values?: FormValues;
  /** The version of the record that the values began from, where the form changes a record. */
  version?: string;
  /** What is shown this one time, such as a new key. */
  once?: string;
  /** The values were typed before the person had to sign in again. */
  isRestored?: boolean;
};

export const untouched: FormState = {};

/** The hidden fields that tell which of a page's forms was sent, and from which version of its record it began. */
export const formField = "_form";
export const versionField = "_version";

/** What was typed into the field `name`, or `kept` in a form that was not sent yet. */
export function typed(state: FormState, name: string, kept?: string | number | null): string {
  if (!state.values) return kept === null || kept === undefined ? "" : String(kept);
  const value = state.values[name] ?? "";
  return Array.isArray(value) ? (value[0] ?? "") : value;
}

/** The same for a field that is sent once for each choice. */
export function typedList(state: FormState, name: string, kept: readonly string[] = []): string[] {
  if (!state.values) return [...kept];
  const value = state.values[name] ?? [];
  return Array.isArray(value) ? value : [value];
}
