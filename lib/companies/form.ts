import type { FormValues } from "@/lib/forms/state";

type Shown = {
  name: string;
  website: string | null;
  description: string;
  country: string | null;
  size: string | null;
};

/** A company as its form shows it, by the names of the fields; a new one without `company`. */
export const companyForm = (company?: Shown): FormValues => ({
  name: company?.name ?? "",
  website: company?.website ?? "",
  description: company?.description ?? "",
  country: company?.country ?? "",
  size: company?.size ?? "",
});
