import { listMatches } from "@/lib/matching/queries/matches";
import type { ReadyProfile } from "@/lib/matching/queries/profile";
import { matching, type ReadySearch } from "./compile";

/** The best matches of a profile among the live postings that a search finds. */
export const matchPostings = (search: ReadySearch, profile: ReadyProfile, limit: number) =>
  listMatches(matching(search), profile, limit);
