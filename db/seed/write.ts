import { inArray, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { insertPostings } from "@/db/factories";
import { applicationMatches, applicationMoves, applications } from "@/db/schema/applications";
import { users } from "@/db/schema/auth";
import { companies, companySkills, members } from "@/db/schema/companies";
import { events } from "@/db/schema/events";
import { invitations } from "@/db/schema/invitations";
import { decisions } from "@/db/schema/moderation";
import {
  profileEducation,
  profileEvidence,
  profileEvidenceResponsibilities,
  profileEvidenceSkills,
  profileResponsibilities,
  profileSkills,
  profiles,
  profileViews,
} from "@/db/schema/profiles";
import { exchangeRates, responsibilities, skills } from "@/db/schema/taxonomy";
import { writeMissingMatchFacts } from "@/lib/applications/commands/match-facts";
import { present } from "@/lib/present";
import { inMinor, yearlyUsd } from "@/lib/taxonomy/money";
import { demoEmails } from "./cast";
import { companySources } from "./companies";
import { type Demonstration, demonstrationOf } from "./demonstration";
import type { PastEvent } from "./events";
import { demoEvidence, demoStudy, sentEvidence } from "./evidence";
import { matchOf } from "./matches";
import { companyId } from "./positions";
import { stacks } from "./stacks";

/**
 * Writes the demonstration into a database that has the taxonomy, unless it was written before; says whether it did. What tells is an
 * event of its first company: events are never deleted, so nothing that people do since brings the demonstration back.
 */
export async function writeDemonstration(tx: Transaction): Promise<boolean> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('backplane.demonstration'))`);
  const [first] = companySources.map(companyId);
  const [marker] = await tx.execute(
    sql`select 1 from events where company_id = ${first as string} and type = 'company.created' limit 1`,
  );
  if (marker) return false;
  const known = await tx
    .select({ email: users.email, id: users.id })
    .from(users)
    .where(inArray(users.email, Object.values(demoEmails)));
  const made = demonstrationOf(tx.now, new Map(known.map(({ email, id }) => [email, id])));
  await writePeople(tx, made);
  await writeProfiles(tx, made);
  await insertPostings(
    made.lives.map(({ posting }) => posting),
    tx,
  );
  await tx
    .insert(decisions)
    .values(made.lives.flatMap((lived) => lived.decisions).sort((a, b) => a.at.getTime() - b.at.getTime()));
  await tx.insert(profileViews).values(made.outreach.views);
  await tx.insert(invitations).values(made.outreach.invitations);
  await writeEvents(tx, [...made.events, ...(await writeApplications(tx, made))]);
  await writeViews(tx);
  return true;
}

/** Readers of the postings of the demonstration's employer: many at first, fewer each week, as many in every installation. */
async function writeViews(tx: Transaction) {
  await tx.execute(sql`
    insert into posting_views (posting_id, day, source, views)
    select p.id, d.day::date, s.source,
      1 + ('x' || substr(md5(p.slug || d.day::date || s.source), 1, 6))::bit(24)::int % s.most / (1 + (d.day::date - p.published_at::date) / 7)
    from postings p
      join members m on m.company_id = p.company_id
      join users u on u.id = m.user_id and u.email = ${demoEmails.employer}
      cross join (values ('here', 24), ('search', 14), ('elsewhere', 6), ('direct', 9)) as s (source, most)
      cross join generate_series(date_trunc('day', p.published_at), least(coalesce(p.closed_at, p.expires_at), ${tx.now.toISOString()}::timestamptz), interval '1 day') as d (day)
    where p.state in ('published', 'closed', 'expired')`);
}

async function writePeople(tx: Transaction, { cast, companies: founded }: Demonstration) {
  const people = [cast.admin, cast.candidate, ...cast.candidates, ...cast.staff];
  await tx
    .insert(users)
    .values(
      people.map(({ userId, email, name, isAdmin, createdAt }) => ({
        id: userId,
        email,
        name,
        isAdmin,
        createdAt,
        emailVerified: createdAt,
      })),
    )
    // Somebody may have signed in to the demonstration before it was written.
    .onConflictDoUpdate({
      target: users.email,
      set: {
        name: sql`coalesce(${users.name}, excluded.name)`,
        isAdmin: sql`${users.isAdmin} or excluded.is_admin`,
      },
    });
  await tx.insert(companies).values(founded);
  const skillIds = await idsOf(tx, skills);
  await tx.insert(companySkills).values(
    companySources
      .filter(({ unclaimed }) => !unclaimed)
      .flatMap((source) =>
        [...new Set(source.stacks.flatMap((key) => present(stacks[key]).core))].map((slug, position) => ({
          companyId: companyId(source),
          skillId: skillIds(slug),
          position,
        })),
      ),
  );
  await tx.insert(members).values(
    cast.staff.map(({ companyId: id, userId, role, createdAt }) => ({
      companyId: id,
      userId,
      role,
      createdAt,
    })),
  );
}

async function writeProfiles(tx: Transaction, { profiles: said, cast }: Demonstration) {
  const rates = await ratesOf(tx);
  const skillIds = await idsOf(tx, skills);
  const responsibilityIds = await idsOf(tx, responsibilities);
  const wantedOf = (salary: { min: number; currency: string } | undefined) => {
    const rate = salary && rates.get(salary.currency);
    if (!salary || !rate) return {};
    const minor = inMinor(salary.min, rate.minorDigits);
    return {
      wantedMinMinor: minor,
      wantedCurrency: rate.currency,
      wantedYearlyUsd: yearlyUsd(minor, "year", rate),
    };
  };
  const kept = await tx
    .insert(profiles)
    .values(
      said.map(({ person, profile }) => ({
        userId: person.userId,
        headline: profile.headline,
        searchable: profile.searchable,
        years: profile.years ?? null,
        degreeLevel: (profile.degree?.level ?? null) as (typeof profiles.$inferInsert)["degreeLevel"],
        degreeField: profile.degree?.field ?? null,
        ...wantedOf(profile.salary),
        workplaces: profile.workplaces ?? null,
        countries: profile.countries ?? null,
        timezone: profile.timezone ?? null,
        employment: profile.employment ?? null,
        updatedAt: cast.candidate === person ? tx.now : person.createdAt,
      })),
    )
    .onConflictDoNothing()
    .returning({ userId: profiles.userId });
  const isNew = new Set(kept.map(({ userId }) => userId));
  const rows = said
    .filter(({ person }) => isNew.has(person.userId))
    .map(({ person: { userId }, profile: { skills: has, responsibilities, no } }) => ({
      skills: [
        ...has.map(({ slug, years }) => ({ userId, skillId: skillIds(slug), has: true, years })),
        ...no.skills.map(({ slug }) => ({ userId, skillId: skillIds(slug), has: false, years: null })),
      ],
      responsibilities: [
        ...responsibilities.map(({ slug }) => ({
          userId,
          responsibilityId: responsibilityIds(slug),
          has: true,
        })),
        ...no.responsibilities.map(({ slug }) => ({
          userId,
          responsibilityId: responsibilityIds(slug),
          has: false,
        })),
      ],
    }));
  await tx.insert(profileSkills).values(rows.flatMap((row) => row.skills));
  await tx.insert(profileResponsibilities).values(rows.flatMap((row) => row.responsibilities));
  const { userId } = cast.candidate;
  if (!isNew.has(userId)) return;
  await tx.insert(profileEducation).values({ userId, ...demoStudy });
  await tx
    .insert(profileEvidence)
    .values(demoEvidence.map(({ skills: _, responsibilities: __, ...piece }) => ({ userId, ...piece })));
  await tx
    .insert(profileEvidenceSkills)
    .values(
      demoEvidence.flatMap(({ id: evidenceId, skills: shown }) =>
        shown.map((slug) => ({ userId, evidenceId, skillId: skillIds(slug) })),
      ),
    );
  await tx
    .insert(profileEvidenceResponsibilities)
    .values(
      demoEvidence.flatMap(({ id: evidenceId, responsibilities: shown }) =>
        shown.map((slug) => ({ userId, evidenceId, responsibilityId: responsibilityIds(slug) })),
      ),
    );
}

/** Gives the applications' events, which name the rows of their moves. */
async function writeApplications(
  tx: Transaction,
  { applications: sent, lives, cast }: Demonstration,
): Promise<PastEvent[]> {
  await tx.insert(applications).values(
    sent.map(({ candidate, moves: _, ...application }) => ({
      ...application,
      candidateId: candidate.userId,
      name: candidate.name,
      email: candidate.email,
      evidence: candidate === cast.candidate ? sentEvidence() : [],
      education: candidate === cast.candidate ? [demoStudy] : [],
      // Moved since the demonstration's candidate last looked.
      ...(candidate === cast.candidate && { seenAt: application.submittedAt }),
    })),
  );
  const rates = await ratesOf(tx);
  const livedOf = new Map(lives.map((lived) => [lived.posting.id, lived]));
  await tx.insert(applicationMatches).values(
    sent.flatMap(({ id, postingId, candidate, profile, submittedAt: at }) => {
      const lived = livedOf.get(postingId);
      const isDemo = candidate === cast.candidate;
      const holds = { job: isDemo, education: isDemo };
      return lived ? [{ applicationId: id, ...matchOf(lived, profile, rates, at, holds), at }] : [];
    }),
  );
  await writeMissingMatchFacts(tx);
  const moves = sent
    .flatMap(({ id, postingId, companyId: company, moves }) =>
      moves.map((move) => ({ ...move, applicationId: id, postingId, companyId: company })),
    )
    .sort((a, b) => a.at.getTime() - b.at.getTime());
  const rows = await tx
    .insert(applicationMoves)
    .values(
      moves.map(({ applicationId, from, to, message, at }) => ({
        applicationId,
        fromState: from,
        toState: to,
        message,
        at,
      })),
    )
    .returning({
      id: applicationMoves.id,
      applicationId: applicationMoves.applicationId,
      to: applicationMoves.toState,
    });
  const rowOf = new Map(rows.map(({ id, applicationId, to }) => [`${applicationId} ${to}`, id]));
  return moves.map(({ from, to, at, actorId, applicationId, postingId, companyId: company }) => {
    const of = { at, actorId, companyId: company, postingId, applicationId };
    if (from === null) return { type: "application.submitted", ...of };
    const data = { from, to, moveId: present(rowOf.get(`${applicationId} ${to}`)) };
    return { type: to === "withdrawn" ? "application.withdrawn" : "application.moved", ...of, data };
  });
}

async function writeEvents(tx: Transaction, past: PastEvent[]) {
  const rows = [...past].sort((a, b) => a.at.getTime() - b.at.getTime());
  for (let at = 0; at < rows.length; at += 2000) await tx.insert(events).values(rows.slice(at, at + 2000));
}

async function ratesOf(tx: Transaction) {
  const { currency, perUsd, minorDigits } = exchangeRates;
  const rates = await tx.select({ currency, perUsd, minorDigits }).from(exchangeRates);
  return new Map(rates.map((rate) => [rate.currency, rate]));
}

async function idsOf(tx: Transaction, table: typeof skills | typeof responsibilities) {
  const rows = await tx.select({ id: table.id, slug: table.slug }).from(table);
  const ids = new Map(rows.map(({ id, slug }) => [slug, id]));
  return (slug: string) => ids.get(slug) as number;
}
