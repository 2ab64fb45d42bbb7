import type { Place } from "@/lib/reading/place-names";
import type { Degree, Employment, Period, Workplace } from "@/lib/taxonomy/terms";

/** The formats that postings come in. */
export const importFormats = [
  "markdown",
  "greenhouse",
  "lever",
  "ashby",
  "recruitee",
  "smartrecruiters",
  "personio",
  "workable",
  "jsonld",
  "rss",
  "indeed",
  "json",
  "csv",
  "hn",
] as const;
export type ImportFormat = (typeof importFormats)[number];

/** A posting as another system states it. What that system does not say is null or empty; nothing is guessed. */
export type ImportedPosting = {
  /** The format's own id or guid, else the file's name. With the source it is the posting's identity. */
  externalId: string;
  title: string;
  /** Null where the format names no company: Lever's and Ashby's never do. */
  companyName: string | null;
  companyUrl: string | null;
  /** Where the posting stands on the web. */
  url: string | null;
  /** Markdown; HTML has been turned into it. Empty where the source has none. */
  description: string;
  locationText: string | null;
  places: Place[];
  workplace: Workplace | null;
  /** What the format means where it, and the text, say nothing of the workplace. */
  presumedWorkplace?: Workplace;
  /** Years, from a field of their own. */
  experienceMin?: number;
  experienceMax?: number;
  /** From fields of their own. */
  degreeLevel?: Degree;
  equalExperience?: boolean;
  employment: Employment[];
  salary: ImportedSalary | null;
  /** Why pay that is stated could not be taken, in a sentence. */
  salaryFault?: string;
  postedAt: Date | null;
  /** When its source stops offering it; the end of a day that is named without a time. */
  endsAt?: Date;
  tags: string[];
  /** For remote work: where the company says it can hire, ISO 3166 alpha-2. */
  hiringCountries: string[];
  /** Names among those limits that we do not know. */
  unknownLimits?: string[];
};

/** Amounts in the currency's smallest unit. A single figure is both ends. */
export type ImportedSalary = { minMinor: number; maxMinor: number; currency: string; period: Period };

/** A file is read as it comes: of a large one no more than an entry is held. */
export type ImportFile = { name: string; content: Uint8Array | string | AsyncIterable<Uint8Array> };

/** One posting read, or one refused. `at` is the file's name, with the entry and its line where it has several. */
export type ImportResult =
  | { ok: true; at: string; format: ImportFormat; posting: ImportedPosting }
  | { ok: false; at: string; reason: string };

/** Thrown within a parser where one posting, or a whole file, cannot be read; becomes a refusal. */
export class Unreadable extends Error {
  override readonly name = "Unreadable";
}
