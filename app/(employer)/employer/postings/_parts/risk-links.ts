import type { ShownRisk } from "@/app/_parts/look-twice";
import { aboutCompany, type Risk } from "@/lib/moderation/rules";

/**
 * Reasons for a second look with links to what they are about: a field of the form at the address `form`, where the reader can change it now,
 * or the page that verifies the company.
 */
export const withLinks = (
  risks: readonly Risk[],
  { form, company }: { form: string | null; company: string },
): ShownRisk[] =>
  risks.map(({ message, about }) => ({
    message,
    href:
      about === aboutCompany
        ? `/employer/company/verify?company=${company}`
        : about !== null && form !== null
          ? `${form}#${about}`
          : null,
  }));
