import type { Lookalike } from "@/lib/companies/queries";
import { contactElsewhere } from "@/lib/postings/contact";
import { forbiddenTopic } from "@/lib/postings/forbidden-questions";
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
  /** Domains of its members' addresses and of the website that give addresses to anybody for minutes. */
  disposable: readonly string[];
  nearDuplicates: readonly NearDuplicate[];
  lookalikes: readonly Lookalike[];
  /** The texts of its screening questions. */
  questions: readonly string[];
};

/** A reason for a second look. `about` is the field of the form that it is about, or its company; null for neither. */
export type Risk = { message: string; about: string | null };

/** What a reason is about that has no field in the form of a posting. */
export const aboutCompany = "company";

/** Reasons for a second look, by rule: shown to the poster and to the admin in the same words. None of them decides anything. */
export function risksOf(posting: Assessed): Risk[] {
  const text = `${posting.title}\n${posting.description}`;
  const risk = (holds: boolean, about: string | null, message: string): Risk[] =>
    holds ? [{ message, about }] : [];
  return [
    ...risk(!posting.companyVerified, aboutCompany, "The company is not verified."),
    ...posting.disposable.map((domain) => ({
      message: `The company or its members use ${domain}, which gives anybody an address for a few minutes.`,
      about: aboutCompany,
    })),
    ...posting.lookalikes.map((one) => ({ message: lookalikeWords(one), about: aboutCompany })),
    ...risk(!posting.companyHasPublished, null, "This would be the company's first posting here."),
    ...risk(
      posting.workplace === "remote" && posting.hiringCountries.length === 0,
      "hiringCountries",
      "The posting names no country where the company can hire.",
    ),
    ...risk(posting.oddPay !== null, "salaryMin", `The pay is unusual: ${posting.oddPay}.`),
    ...risk(
      contactElsewhere.test(text),
      "description",
      "The posting asks candidates to make contact outside this site.",
    ),
    ...risk(paymentAsked.test(text), "description", "The posting may ask candidates to pay."),
    ...posting.questions.flatMap((question, i) => {
      const topic = forbiddenTopic(question);
      return risk(topic !== null, `questions[${i}].text`, `A question asks about ${topic}: “${question}”.`);
    }),
    ...posting.nearDuplicates.map((found) => ({
      message: `The posting is a near-duplicate of ${nearDuplicateWords(found)}.`,
      about: "description",
    })),
  ];
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

const paymentAsked =
  /\b(registration|training|application|processing|onboarding) fee\b|\b(refundable )?deposit (is )?(required|needed)\b|\bpay (for|upfront)\b.{0,40}\b(training|equipment|background check)\b/i;
