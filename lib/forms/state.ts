/** What a form is told after it was sent: beside each field what is wrong with it, and what was typed, so that nothing is lost. */
export type FormState = {
  message?: string;
  fieldErrors?: Record<string, string[]>;
  values?: Record<string, string | string[]>;
};

export const untouched: FormState = {};
