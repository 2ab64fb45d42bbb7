import type { Band, Employment, Workplace } from "@/lib/taxonomy/terms";

/** A published posting as the board holds it: what filters, facets, sorting and matching read. Times in milliseconds since 1970. */
export type BoardRow = {
  /** Counts postings in the order of their making; names one within the database for less than its id. */
  number: number;
  /** Its 16 bytes. */
  id: Buffer;
  publishedAt: number;
  /** Live from this moment, where one was set, until that one. */
  liveFrom: number | null;
  liveUntil: number;
  degreeRank: number | null;
  equalExperience: boolean;
  experienceMin: number | null;
  experienceMax: number | null;
  band: Band | null;
  yearlyUsdMax: number | null;
  workplace: Workplace | null;
  employment: Employment | null;
  /** As the id. */
  companyId: Buffer;
  window: { start: number; end: number; zone: string } | null;
  hasNoOnCall: boolean;
  hasNoTakeHome: boolean;
  hasWholeCard: boolean;
  skills: { id: number; must: boolean; minYears: number | null }[];
  responsibilities: { id: number; must: boolean }[];
  places: Place[];
  /** Each once: where it hires, and where its places are. */
  countries: { code: string; hires: boolean; stands: boolean }[];
  /** The searchable text in the binary form of a `tsvector`; null where it is not written yet. */
  document: Uint8Array | null;
};

/** Where a place lies and which clock it keeps, its city's where it tells nothing itself; what nobody knows is null. */
export type Place = { key: string; latitude: number | null; longitude: number | null; zone: string | null };

/** Skills by their slugs, and responsibilities as they are published. `implied` are the ids of the skills that a skill implies, transitively. */
export type Names = {
  skills: Map<number, { slug: string; label: string; implied: number[] }>;
  responsibilities: Map<number, { slug: string; label: string }>;
};
