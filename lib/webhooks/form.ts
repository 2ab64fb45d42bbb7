import type { FormValues } from "@/lib/forms/state";

/** A webhook as its form shows it, by the names of the fields. */
export const webhookForm = ({ url, types }: { url: string; types: readonly string[] }): FormValues => ({
  url,
  types: [...types],
});
