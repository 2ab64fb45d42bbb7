import type { FormValues } from "@/lib/forms/state";

/** The note on a saved posting as its form shows it. */
export const noteForm = ({ note }: { note: string }): FormValues => ({ note });
