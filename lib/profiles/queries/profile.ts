import { asc, eq, inArray, sql } from "drizzle-orm";
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
  return (await listProfiles([actor.userId], on)).get(actor.userId) ?? null;
}

/** The profiles of these users, by the user's id; those who saved none are left out. Three queries, however many users. */
export async function listProfiles(
  userIds: readonly string[],
  on: Pick<Database, "select"> = db(),
): Promise<Map<string, OwnProfile>> {
  const [rows, skillRows, responsibilityRows] = await Promise.all([
    on
      .select({
        userId: profiles.userId,
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
      .where(inArray(profiles.userId, [...userIds])),
    on
      .select({
        userId: profileSkills.userId,
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
      .where(inArray(profileSkills.userId, [...userIds]))
      .orderBy(asc(skills.label)),
    on
      .select({
        userId: profileResponsibilities.userId,
        slug: responsibilities.slug,
        label: responsibilities.label,
        has: profileResponsibilities.has,
        evidence: sql<number>`(select count(*)::int from profile_evidence_responsibilities e
          where e.user_id = ${profileResponsibilities.userId}
            and e.responsibility_id = ${profileResponsibilities.responsibilityId})`,
      })
      .from(profileResponsibilities)
      .innerJoin(responsibilities, eq(responsibilities.id, profileResponsibilities.responsibilityId))
      .where(inArray(profileResponsibilities.userId, [...userIds]))
      .orderBy(asc(responsibilities.position)),
  ]);
  return new Map(
    rows.map((row) => {
      const own = <T extends { userId: string }>(all: readonly T[]) =>
        all.filter(({ userId }) => userId === row.userId);
      return [row.userId, profileOf(row, own(skillRows), own(responsibilityRows))];
    }),
  );
}

type SavedRow = Pick<
  typeof profiles.$inferSelect,
  | "headline"
  | "years"
  | "degreeLevel"
  | "degreeField"
  | "wantedMinMinor"
  | "wantedCurrency"
  | "workplaces"
  | "countries"
  | "timezone"
  | "overlapHours"
  | "employment"
  | "bands"
  | "searchable"
> & { minorDigits: number | null };
type SavedTag = { slug: string; label: string; has: boolean; evidence: number };
type SavedSkill = SavedTag & Pick<typeof profileSkills.$inferSelect, "years" | "level" | "lastUsed">;

function profileOf(
  row: SavedRow,
  skillRows: readonly SavedSkill[],
  responsibilityRows: readonly SavedTag[],
): OwnProfile {
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
