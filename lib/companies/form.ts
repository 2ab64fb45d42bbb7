import type { FormValues } from "@/lib/forms/state";
import { usualRetention } from "./lists";

type Shown = {
  name: string;
  website: string | null;
  description: string;
  working: string;
  benefits: string;
  stack: readonly { label: string }[];
  country: string | null;
  size: string | null;
  retentionMonths: number;
};

/** A company as its form shows it, by the names of the fields; a new one without `company`. */
export const companyForm = (company?: Shown): FormValues => ({
  name: company?.name ?? "",
  website: company?.website ?? "",
  description: company?.description ?? "",
  working: company?.working ?? "",
  benefits: company?.benefits ?? "",
  stack: (company?.stack ?? []).map(({ label }) => label).join(", "),
  country: company?.country ?? "",
  size: company?.size ?? "",
  retentionMonths: String(company?.retentionMonths ?? usualRetention),
});
