import { formRecord } from "@/lib/forms/changes";
import type { FormRecord } from "@/lib/forms/state";
import { postingForm } from "@/lib/postings/form";
import type { OwnPosting } from "@/lib/postings/queries/own";
import { currencyOf } from "@/lib/taxonomy/home-currency";

/** A posting as its form begins, a new one without `posting`: where no pay is stated, the currency is that of the company's country. */
export function postingRecord(posting: OwnPosting | null, country: string | null): FormRecord {
  const { values, version } = formRecord(postingForm(posting));
  const salaryCurrency = values.salaryCurrency || ((country && currencyOf(country)) ?? "");
  return { values: { ...values, salaryCurrency }, version };
}
