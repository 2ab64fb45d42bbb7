import type { RequestBand } from "@/lib/taxonomy/terms";

/** A system that a company runs, as its postings tell of it. Texts name no technology: the posting's stack does that. */
export type SystemSource = {
  /** As it stands in a title: "Backend Engineer, Settlement". */
  team: string;
  requests: RequestBand;
  /** Keys of `stacks`, where it is not built from its company's. */
  stacks?: string[];
  /** Slugs of responsibilities, the weightiest first. */
  responsibilities: string[];
  /** Slugs of practices and concepts that the work asks for. */
  skills: string[];
  what: [string, string];
  pain: [string, string];
  /** The first three months, from "You": something that a beginner can do, and something larger. */
  start: [string, string];
};

export type CompanySource = {
  name: string;
  country: string;
  /** Names as the table of cities has them; the first is where most people sit. */
  cities: string[];
  size: "1-10" | "11-50" | "51-200" | "201-1000" | "1001+";
  about: string;
  verifiedBy: "email" | "dns" | null;
  remoteOnly?: true;
  /** Nobody of it is here: its postings lead to its own site. */
  unclaimed?: true;
  /** How many live postings it has. */
  live: number;
  /** Keys of `stacks`, the commonest first. */
  stacks: string[];
  /** Where it can employ people who work remotely. */
  hires: string[];
  systems: SystemSource[];
};
