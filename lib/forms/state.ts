/** What a form is told after it was sent: beside each field what is wrong with it, and what was typed, so that nothing is lost. */
export type FormState = {
  message?: string;
  fieldErrors?: Record<string, string[]>;
  values?: Record<string, string | string[]>;
};

export const untouched: FormState = {};

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
