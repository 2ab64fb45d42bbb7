import { asc, eq, sql } from "drizzle-orm";
import { type Database, db } from "@/db/client";
import { profileResponsibilities, profileSkills, profiles } from "@/db/schema/profiles";
import { exchangeRates, responsibilities, skills } from "@/db/schema/taxonomy";
import type { Actor } from "@/lib/auth/input";
import { inUnits } from "@/lib/taxonomy/money";
import type { Band } from "@/lib/taxonomy/terms";
import type { Profile } from "../input/profile";

/** The bands of experience that the actor's profile looks for; none where it does not say. */
export async function listWantedBands({ userId }: Pick<Actor, "userId">): Promise<Band[]> {
  const [row] = await db()
    .select({ bands: profiles.bands })
    .from(profiles)
    .where(eq(profiles.userId, userId));
  return row?.bands ?? [];
}

export type OwnProfile = Profile & { headline: string; searchable: boolean };

/** The actor's own profile; null if none was saved. */
export async function findProfile(
  actor: Pick<Actor, "userId">,
  on: Pick<Database, "select"> = db(),
): Promise<OwnProfile | null> {
  const [[row], skillRows, responsibilityRows] = await Promise.all([
    on
      .select({
        headline: profiles.headline,
        years: profiles.years,
        degreeLevel: profiles.degreeLevel,
        degreeField: profiles.degreeField,
        wantedMinMinor: profiles.wantedMinMinor,
        wantedCurrency: profiles.wantedCurrency,
        minorDigits: exchangeRates.minorDigits,
        workplaces: profiles.workplaces,
        countries: profiles.countries,
        timezone: profiles.timezone,
        overlapHours: profiles.overlapHours,
        employment: profiles.employment,
        bands: profiles.bands,
        searchable: profiles.searchable,
      })
      .from(profiles)
      .leftJoin(exchangeRates, eq(exchangeRates.currency, profiles.wantedCurrency))
      .where(eq(profiles.userId, actor.userId)),
    on
      .select({
        slug: skills.slug,
        label: skills.label,
        has: profileSkills.has,
        years: profileSkills.years,
        level: profileSkills.level,
        lastUsed: profileSkills.lastUsed,
        evidence: sql<number>`(select count(*)::int from profile_evidence_skills e
          where e.user_id = ${profileSkills.userId} and e.skill_id = ${profileSkills.skillId})`,
      })
      .from(profileSkills)
      .innerJoin(skills, eq(skills.id, profileSkills.skillId))
      .where(eq(profileSkills.userId, actor.userId))
      .orderBy(asc(skills.label)),
    on
      .select({
        slug: responsibilities.slug,
        label: responsibilities.label,
        has: profileResponsibilities.has,
        evidence: sql<number>`(select count(*)::int from profile_evidence_responsibilities e
          where e.user_id = ${profileResponsibilities.userId}
            and e.responsibility_id = ${profileResponsibilities.responsibilityId})`,
      })
      .from(profileResponsibilities)
      .innerJoin(responsibilities, eq(responsibilities.id, profileResponsibilities.responsibilityId))
      .where(eq(profileResponsibilities.userId, actor.userId))
      .orderBy(asc(responsibilities.position)),
  ]);
  if (!row) return null;
  const labels = <T extends { slug: string; label: string }>(rows: T[]) =>
    rows.map(({ slug, label }) => ({ slug, label }));
  const shown = ({ evidence }: { evidence: number }) => (evidence > 0 ? { evidence } : {});
  return {
    headline: row.headline,
    searchable: row.searchable,
    ...(row.years !== null && { years: row.years }),
    ...(row.degreeLevel && { degree: { level: row.degreeLevel, field: row.degreeField } }),
    ...(row.wantedMinMinor !== null &&
      row.wantedCurrency && {
        salary: { min: inUnits(row.wantedMinMinor, row.minorDigits ?? 2), currency: row.wantedCurrency },
      }),
    ...(row.workplaces && { workplaces: row.workplaces }),
    ...(row.countries && { countries: row.countries }),
    ...(row.timezone && { timezone: row.timezone }),
    ...(row.overlapHours !== null && { overlapHours: row.overlapHours }),
    ...(row.employment && { employment: row.employment }),
    ...(row.bands && { bands: row.bands }),
    skills: skillRows
      .filter((skill) => skill.has)
      .map(({ slug, label, years, level, lastUsed, evidence }) => ({
        slug,
        label,
        years,
        ...(level && { level }),
        ...(lastUsed !== null && { lastUsed }),
        ...shown({ evidence }),
      })),
    responsibilities: responsibilityRows
      .filter((responsibility) => responsibility.has)
      .map(({ slug, label, evidence }) => ({ slug, label, ...shown({ evidence }) })),
    no: {
      skills: labels(skillRows.filter((skill) => !skill.has)),
      responsibilities: labels(responsibilityRows.filter((responsibility) => !responsibility.has)),
    },
  };
}
