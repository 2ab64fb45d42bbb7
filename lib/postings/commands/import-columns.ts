import { sql } from "drizzle-orm";
import { postings } from "@/db/schema/postings";

/** What a newer version of the same advert replaces: all but its id, address and company, and the days since it was first public. */
export const replaced = {
  title: sql`excluded.title`,
  description: sql`excluded.description`,
  workplace: sql`excluded.workplace`,
  employment: sql`excluded.employment`,
  hiringCountries: sql`excluded.hiring_countries`,
  degreeLevel: sql`excluded.degree_level`,
  degreeField: sql`excluded.degree_field`,
  equalExperience: sql`excluded.equal_experience`,
  experienceMin: sql`excluded.experience_min`,
  experienceMax: sql`excluded.experience_max`,
  salaryMinMinor: sql`excluded.salary_min_minor`,
  salaryMaxMinor: sql`excluded.salary_max_minor`,
  salaryCurrency: sql`excluded.salary_currency`,
  salaryPeriod: sql`excluded.salary_period`,
  yearlyUsdMin: sql`excluded.yearly_usd_min`,
  yearlyUsdMax: sql`excluded.yearly_usd_max`,
  externalUrl: sql`excluded.external_url`,
  sourcePostedAt: sql`excluded.source_posted_at`,
  sourceEndsAt: sql`excluded.source_ends_at`,
  sourceDigest: sql`excluded.source_digest`,
  updatedAt: sql`excluded.updated_at`,
  state: sql`excluded.state`,
  submittedAt: sql`excluded.submitted_at`,
  confirmedAt: sql`excluded.confirmed_at`,
  publishedAt: sql`coalesce(${postings.publishedAt}, excluded.published_at)`,
  // The end that the source states is renewed with it; one of ours is not put off by an import.
  expiresAt: sql`case when excluded.source_ends_at is null then coalesce(${postings.expiresAt}, excluded.expires_at)
    else excluded.expires_at end`,
};
