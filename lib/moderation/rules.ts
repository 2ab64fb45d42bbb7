import type { Lookalike } from "@/lib/companies/queries";
import { type NearDuplicate, nearDuplicateWords } from "@/lib/postings/likeness";

export type Assessed = {
  title: string;
  description: string;
  workplace: string | null;
  hiringCountries: string[];
  /** Of its pay, where that is odd: "€85 a year is far below usual pay". */
  oddPay: string | null;
  companyVerified: boolean;
  companyHasPublished: boolean;
  nearDuplicates: readonly NearDuplicate[];
  lookalikes: readonly Lookalike[];
};

/** Reasons for a second look, by rule: shown to the poster and to the admin in the same words. None of them decides anything. */
export function risksOf(posting: Assessed): string[] {
  const text = `${posting.title}\n${posting.description}`;
  return [
    !posting.companyVerified && "The company is not verified.",
    ...posting.lookalikes.map(lookalikeWords),
    !posting.companyHasPublished && "This would be the company's first posting here.",
    posting.workplace === "remote" &&
      posting.hiringCountries.length === 0 &&
      "The posting names no country where the company can hire.",
    posting.oddPay !== null && `The pay is unusual: ${posting.oddPay}.`,
    contactElsewhere.test(text) && "The posting asks candidates to make contact outside this site.",
    paymentAsked.test(text) && "The posting may ask candidates to pay.",
    ...posting.nearDuplicates.map(
      (found) => `The posting is a near-duplicate of ${nearDuplicateWords(found)}.`,
    ),
  ].filter((risk) => risk !== false);
}

function lookalikeWords({ name, isVerified, sharesName, looksLikeName }: Lookalike): string {
  const likeness = sharesName
    ? "name is the same as that of"
    : looksLikeName
      ? "name looks like"
      : "website looks like that of";
  const verified = isVerified ? "a verified company" : "a company that is not verified";
  const other = name ? `${name}, ${verified}` : `${verified} and not public yet`;
  return `The company's ${likeness} ${other}.`;
}

const contactElsewhere =
  /[\w.+-]{1,64}@[\w-]{1,63}\.[\w.-]{2,63}|\b(whatsapp|telegram|wechat|signal me|t\.me\/)|\+\d[\d ()-]{8,20}\d/i;
const paymentAsked =
  /\b(registration|training|application|processing|onboarding) fee\b|\b(refundable )?deposit (is )?(required|needed)\b|\bpay (for|upfront)\b.{0,40}\b(training|equipment|background check)\b/i;
