import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import type { ApplicationState } from "@/lib/applications/lists";
import { hashSecret } from "@/lib/auth/hash";
import type { Actor, Admin } from "@/lib/auth/input";
import { identityOf } from "@/lib/companies/identity";
import type { MemberRole } from "@/lib/companies/lists";
import { daysAfter, daysBefore } from "@/lib/days";
import type { NewEvent } from "@/lib/events/input";
import { refreshDocuments } from "@/lib/postings/commands/document";
import { saveBands } from "@/lib/postings/commands/near-duplicates";
import { lifeDays } from "@/lib/postings/life-days";
import type { CloseReason, PostingState, QuestionKind } from "@/lib/postings/lists";
import type { RealityCard } from "@/lib/postings/reality";
import { postingSlug } from "@/lib/postings/rules";
import { inMinor, yearlyUsd } from "@/lib/taxonomy/money";
import type { Degree, Employment, Period, Workplace } from "@/lib/taxonomy/terms";
import { type Database, db } from "./client";
import { applicationMoves, applications } from "./schema/applications";
import { sessions, users } from "./schema/auth";
import { companies, companyChanges, memberInvitations, members } from "./schema/companies";
import { events } from "./schema/events";
import { invitations } from "./schema/invitations";
import { appeals } from "./schema/moderation";
import { alertPostings } from "./schema/notifications";
import {
  postingPlaces,
  postingQuestions,
  postingResponsibilities,
  postingSkills,
  postings,
  realityCards,
} from "./schema/postings";
import {
  profileEducation,
  profileEvidence,
  profileResponsibilities,
  profileSkills,
  profiles,
} from "./schema/profiles";
import { exchangeRates, responsibilities, skills } from "./schema/taxonomy";

/**
 * A short text that no other call in any process gives: for names and addresses in tests that share a database. Its digits follow a letter:
 * eight of them alone could be taken for a telephone number, which a review without names hides.
 */
export const unique = (prefix: string) => `${prefix}-u${randomUUID().slice(0, 8)}`;

/** Lets every session of `actor` end, as time does. */
export async function expireSessions(actor: Actor) {
  await db()
    .update(sessions)
    .set({ expires: daysAgo(1) })
    .where(eq(sessions.userId, actor.userId));
}

/** Makes every session of `actor` older, as if they had signed in so many minutes ago. */
export async function ageSessions(actor: Actor, minutes: number) {
  await db()
    .update(sessions)
    .set({ createdAt: daysAgo(minutes / (24 * 60)) })
    .where(eq(sessions.userId, actor.userId));
}

export const daysAgo = (days: number) => daysBefore(new Date(), days);

export async function createUser(
  given: { email?: string; name?: string; isAdmin?: boolean; suspendedAt?: Date; createdAt?: Date } = {},
): Promise<Actor> {
  const email = given.email ?? `${unique("user")}@example.com`;
  const [row] = await db()
    .insert(users)
    .values({
      email,
      name: given.name ?? null,
      isAdmin: given.isAdmin ?? false,
      suspendedAt: given.suspendedAt ?? null,
      ...(given.createdAt && { createdAt: given.createdAt }),
      emailVerified: new Date(),
    })
    .onConflictDoUpdate({
      target: users.email,
      set: { isAdmin: given.isAdmin ?? false, name: given.name ?? null },
    })
    .returning({
      userId: users.id,
      email: users.email,
      name: users.name,
      isAdmin: users.isAdmin,
      deletionAt: users.deletionAt,
    });
  return { ...(row as Omit<Actor, "signedInAt">), signedInAt: new Date() };
}

/** A user that the seeds made, by address. */
export async function findSeededUser(email: string): Promise<Actor> {
  const [row] = await db()
    .select({
      userId: users.id,
      email: users.email,
      name: users.name,
      isAdmin: users.isAdmin,
      deletionAt: users.deletionAt,
    })
    .from(users)
    .where(eq(users.email, email));
  if (!row) throw new Error(`The seeds made no ${email}.`);
  return { ...row, signedInAt: new Date() };
}

export const createAdmin = async () => (await createUser({ isAdmin: true })) as Admin;

/** A session as signing in would begin it; gives the value of its cookie. */
export async function createSession(actor: Actor): Promise<string> {
  const sessionToken = randomUUID() + randomUUID();
  await db()
    .insert(sessions)
    .values({ sessionToken, userId: actor.userId, expires: new Date(Date.now() + 12 * 3_600_000) });
  return sessionToken;
}

export type NewCompany = Partial<typeof companies.$inferInsert> & { owner?: Actor };

export async function createCompany({ owner, ...given }: NewCompany = {}) {
  const name = given.name ?? unique("Company");
  const [row] = await db()
    .insert(companies)
    .values({
      name,
      slug: unique("company"),
      ...identityOf({ name, website: given.website }),
      fromImport: !owner,
      ...given,
    })
    .returning({ id: companies.id, slug: companies.slug, name: companies.name });
  const company = row as { id: string; slug: string; name: string };
  if (owner) await addMember(company.id, owner, "owner");
  return company;
}

/** A company whose words changed so many days ago, which waits for the admins since then. */
export async function createChangedCompany({ days, ...given }: NewCompany & { days: number }) {
  const company = await createCompany({ description: "We are the official partner of everyone.", ...given });
  const changedAt = daysAgo(days);
  await db().insert(companyChanges).values({ companyId: company.id, changedAt, editedAt: changedAt });
  return company;
}

export async function addMember(companyId: string, actor: Actor, role: MemberRole) {
  await db().insert(members).values({ companyId, userId: actor.userId, role });
}

/** An open invitation to become a member; gives the token of its link. */
export async function createMemberInvitation(
  given: { companyId: string; email: string } & Partial<typeof memberInvitations.$inferInsert>,
): Promise<string> {
  const token = randomUUID();
  await db()
    .insert(memberInvitations)
    .values({
      role: "recruiter",
      tokenHash: hashSecret(token),
      sentAt: daysAgo(0),
      expiresAt: daysAgo(-7),
      ...given,
    });
  return token;
}

export type NewPosting = {
  /** Chance decides where none is given. */
  id?: string;
  companyId: string;
  companySlug?: string;
  title?: string;
  description?: string;
  state?: PostingState;
  closeReason?: CloseReason;
  removeReason?: string;
  frozenAt?: Date;
  pausedAt?: Date;
  publishAt?: Date;
  submittedAt?: Date;
  publishedAt?: Date;
  confirmedAt?: Date;
  expiresAt?: Date;
  closedAt?: Date;
  createdAt?: Date;
  updatedAt?: Date;
  degree?: { level: Degree; field?: string; equalExperience?: boolean };
  experienceMin?: number;
  experienceMax?: number;
  /** In units of the currency; null leaves it out. */
  salary?: { min: number; max: number; currency: string; period: Period } | null;
  workplace?: Workplace;
  employment?: Employment;
  hiringCountries?: string[];
  places?: { city: string | null; country: string; latitude?: number; longitude?: number }[];
  /** The working window: minutes after midnight in an IANA zone. */
  window?: { start: number; end: number; zone: string };
  /** Where it was read from, and where it leads. */
  origin?: { source: string; externalId: string; externalUrl: string };
  skills?: { slug: string; must?: boolean; minYears?: number }[];
  responsibilities?: { slug: string; must?: boolean }[];
  reality?: Partial<RealityCard>;
  questions?: { kind: QuestionKind; text: string; options?: string[]; required?: boolean }[];
  replyDays?: number;
  blindReview?: boolean;
  /** False where the caller writes the posting's events itself. */
  hasEvents?: boolean;
};

/** The pool, or a transaction that all of it belongs to. */
type Executor = Pick<Database, "select" | "insert" | "execute">;

export const someDescription =
  "You would look after the services that keep orders moving: design them, run them, and make them a little simpler each month.";

/** A live posting unless said otherwise, complete, in Berlin or remote within Germany. */
export async function createPosting(given: NewPosting) {
  const [posting] = await insertPostings([given]);
  return posting as { id: string; slug: string };
}

/** Many postings at once, in a handful of statements; in the order given. */
export async function insertPostings(given: NewPosting[], on: Executor = db()) {
  const rates = await ratesOf(on);
  const skillIds = await idsOf(skills, on);
  const responsibilityIds = await idsOf(responsibilities, on);
  const rows = given.map((one) => ({ id: one.id ?? randomUUID(), one }));
  const children = <T>(make: (one: NewPosting) => T[]) =>
    rows.flatMap(({ id, one }) => make(one).map((row, position) => ({ ...row, postingId: id, position })));

  await inChunks(rows, 200, async (chunk) => {
    await on.insert(postings).values(
      chunk.map(({ id, one }) => {
        const { salary = { min: 60_000, max: 80_000, currency: "EUR", period: "year" } } = one;
        const rate = salary && rates.get(salary.currency);
        const state = one.state ?? "published";
        const wasPublic = state !== "draft" && state !== "in_review";
        const publishedAt = wasPublic ? (one.publishedAt ?? daysAgo(1)) : null;
        const workplace = one.workplace ?? "hybrid";
        const minMinor = salary && rate ? inMinor(salary.min, rate.minorDigits) : null;
        const maxMinor = salary && rate ? inMinor(salary.max, rate.minorDigits) : null;
        return {
          id,
          slug: postingSlug(one.title ?? "Backend Developer", one.companySlug ?? "company", id),
          companyId: one.companyId,
          title: one.title ?? "Backend Developer",
          description: one.description ?? someDescription,
          state,
          closeReason: one.closeReason ?? null,
          removeReason: one.removeReason ?? null,
          frozenAt: one.frozenAt ?? null,
          pausedAt: one.pausedAt ?? null,
          publishAt: one.publishAt ?? null,
          submittedAt: one.submittedAt ?? (state === "draft" ? null : daysAgo(2)),
          publishedAt,
          confirmedAt: one.confirmedAt ?? publishedAt,
          expiresAt: one.expiresAt ?? (publishedAt && daysAfter(publishedAt, lifeDays)),
          closedAt: one.closedAt ?? (state === "closed" ? daysAgo(0) : null),
          ...(one.createdAt && { createdAt: one.createdAt }),
          ...(one.updatedAt && { updatedAt: one.updatedAt }),
          degreeLevel: one.degree?.level ?? null,
          degreeField: one.degree?.field ?? null,
          equalExperience: one.degree?.equalExperience ?? true,
          experienceMin: one.experienceMin ?? null,
          experienceMax: one.experienceMax ?? null,
          salaryMinMinor: minMinor,
          salaryMaxMinor: maxMinor,
          salaryCurrency: salary?.currency ?? null,
          salaryPeriod: salary?.period ?? null,
          yearlyUsdMin: salary && rate && minMinor !== null ? yearlyUsd(minMinor, salary.period, rate) : null,
          yearlyUsdMax: salary && rate && maxMinor !== null ? yearlyUsd(maxMinor, salary.period, rate) : null,
          workplace,
          employment: one.employment ?? ("full-time" as const),
          hiringCountries: one.hiringCountries ?? (workplace === "remote" ? ["DE"] : []),
          windowStart: one.window?.start ?? null,
          windowEnd: one.window?.end ?? null,
          windowZone: one.window?.zone ?? null,
          source: one.origin?.source ?? null,
          externalId: one.origin?.externalId ?? null,
          externalUrl: one.origin?.externalUrl ?? null,
          replyDays: one.replyDays ?? 14,
          blindReview: one.blindReview ?? false,
        };
      }),
    );
  });
  const places = children(
    ({ places, workplace }) => places ?? (workplace === "remote" ? [] : [{ city: "Berlin", country: "DE" }]),
  );
  const tags = children(({ skills = [] }) =>
    skills.map(({ slug, must = true, minYears }) => ({
      skillId: idOf(skillIds, slug),
      must,
      minYears: minYears ?? null,
    })),
  );
  const responsibilityRows = children(({ responsibilities = [] }) =>
    responsibilities.map(({ slug, must = true }) => ({
      responsibilityId: idOf(responsibilityIds, slug),
      must,
    })),
  );
  const cards = children(({ reality }) => (reality ? [reality] : []));
  const questions = children(({ questions: asked = [] }) =>
    asked.map(({ options = [], required = false, ...question }) => ({ ...question, options, required })),
  );
  await inChunks(questions, 1000, (chunk) => on.insert(postingQuestions).values(chunk));
  await inChunks(places, 1000, (chunk) => on.insert(postingPlaces).values(chunk));
  await inChunks(tags, 1000, (chunk) => on.insert(postingSkills).values(chunk));
  await inChunks(responsibilityRows, 1000, (chunk) => on.insert(postingResponsibilities).values(chunk));
  await inChunks(cards, 500, (chunk) =>
    on.insert(realityCards).values(chunk.map(({ position: _, ...card }) => card)),
  );
  const ids = rows.map(({ id }) => id);
  await inChunks(ids, 100, (chunk) =>
    on.execute(refreshDocuments(sql`p.id = any(${sql.param(chunk)}::uuid[])`)),
  );
  await inChunks(
    rows.filter(({ one }) => one.state !== "draft"),
    500,
    (chunk) =>
      saveBands(
        on,
        chunk.map(({ id, one }) => ({
          id,
          title: one.title ?? "Backend Developer",
          description: one.description ?? someDescription,
        })),
      ),
  );
  const published = rows.filter(
    ({ one }) =>
      one.hasEvents !== false && (one.state ?? "published") !== "draft" && one.state !== "in_review",
  );
  await inChunks(published, 500, (chunk) =>
    on.insert(events).values(
      chunk.map(({ id, one }): NewEvent & { at: Date } => ({
        type: "posting.published",
        at: one.publishedAt ?? daysAgo(1),
        actorId: null,
        companyId: one.companyId,
        postingId: id,
      })),
    ),
  );
  return rows.map(({ id, one }) => ({
    id,
    slug: postingSlug(one.title ?? "Backend Developer", one.companySlug ?? "company", id),
  }));
}

export type NewProfile = Partial<Omit<typeof profiles.$inferInsert, "userId">> & {
  skills?: { slug: string; years?: number | null; has?: boolean }[];
  responsibilities?: { slug: string; has?: boolean }[];
};

export async function createProfile(
  actor: Actor,
  { skills: named = [], responsibilities: answered = [], ...given }: NewProfile = {},
) {
  await db()
    .insert(profiles)
    .values({ userId: actor.userId, ...given });
  const ids = await idsOf(skills, db());
  const rows = named.map(({ slug, years, has = true }) => ({
    userId: actor.userId,
    skillId: idOf(ids, slug),
    has,
    years: years ?? null,
  }));
  if (rows.length > 0) await db().insert(profileSkills).values(rows);
  if (answered.length === 0) return;
  const responsibilityIds = await idsOf(responsibilities, db());
  await db()
    .insert(profileResponsibilities)
    .values(
      answered.map(({ slug, has = true }) => ({
        userId: actor.userId,
        responsibilityId: idOf(responsibilityIds, slug),
        has,
      })),
    );
}

/** A job and a study of someone's profile. */
export async function createEvidence(
  actor: Actor,
  { organisation = "Acme", text = "" }: { organisation?: string; text?: string } = {},
) {
  const { userId } = actor;
  await db().insert(profiles).values({ userId }).onConflictDoNothing();
  const [job] = await db()
    .insert(profileEvidence)
    .values({ userId, kind: "job", title: "Developer", organisation, text, started: "2019-03" })
    .returning({ id: profileEvidence.id });
  const [study] = await db()
    .insert(profileEducation)
    .values({ userId, level: "bachelor", degree: "BSc", school: organisation })
    .returning({ id: profileEducation.id });
  return { evidenceId: (job as { id: string }).id, studyId: (study as { id: string }).id };
}

export type NewApplication = {
  postingId: string;
  companyId: string;
  candidate: Actor;
  state?: ApplicationState;
  coverNote?: string;
  submittedAt?: Date;
  /** Until when the answer was promised; 14 days after it was sent where none is given. */
  replyBy?: Date;
  profile?: Record<string, unknown>;
};

export async function createApplication({
  candidate,
  state = "submitted",
  submittedAt = daysAgo(1),
  ...given
}: NewApplication) {
  const answeredAt = state === "submitted" || state === "withdrawn" ? null : new Date();
  const [row] = await db()
    .insert(applications)
    .values({
      postingId: given.postingId,
      companyId: given.companyId,
      candidateId: candidate.userId,
      state,
      name: candidate.name ?? "Sam Example",
      email: candidate.email,
      coverNote: given.coverNote ?? "",
      profile: given.profile ?? {
        headline: "",
        skills: [],
        responsibilities: [],
        no: { skills: [], responsibilities: [] },
      },
      submittedAt,
      replyBy: given.replyBy ?? daysAfter(submittedAt, 14),
      answeredAt,
      updatedAt: state === "submitted" ? submittedAt : new Date(),
      seenAt: submittedAt,
    })
    .returning({ id: applications.id });
  const { id } = row as { id: string };
  await db().insert(applicationMoves).values({ applicationId: id, toState: "submitted", at: submittedAt });
  if (state !== "submitted")
    await db()
      .insert(applicationMoves)
      .values({ applicationId: id, fromState: "submitted", toState: state, at: new Date() });
  return { id };
}

export async function createInvitation({
  candidate,
  message = "Your work is what this role is about.",
  sentAt = daysAgo(1),
  ...of
}: {
  postingId: string;
  companyId: string;
  candidate: Actor;
  message?: string;
  sentAt?: Date;
}) {
  await db()
    .insert(invitations)
    .values({ ...of, candidateId: candidate.userId, message, sentAt });
}

/** An alert that told someone of a posting. */
export async function createAlert({
  actor,
  ...of
}: {
  actor: Actor;
  postingId: string;
  savedSearchId?: string;
}) {
  await db()
    .insert(alertPostings)
    .values({ ...of, userId: actor.userId, sentAt: new Date() });
}

/** A frozen posting of the company; with `words` its company appealed against that. Nobody is told. */
export async function createFrozenPosting({ companyId, words }: { companyId: string; words?: string }) {
  const at = daysAgo(1);
  const posting = await createPosting({ companyId, frozenAt: at });
  const about = { companyId, postingId: posting.id, actorId: null };
  const [event] = await db()
    .insert(events)
    .values({ type: "posting.frozen", at, ...about } satisfies NewEvent & { at: Date })
    .returning({ id: events.id });
  if (words === undefined || !event) return { ...posting, appealId: "" };
  const [appeal] = await db()
    .insert(appeals)
    .values({ postingId: posting.id, eventId: event.id, against: "freeze", words, at: daysAgo(0) })
    .returning({ id: appeals.id });
  return { ...posting, appealId: appeal?.id ?? "" };
}

async function ratesOf(on: Executor) {
  const { currency, perUsd, minorDigits } = exchangeRates;
  const rows = await on.select({ currency, perUsd, minorDigits }).from(exchangeRates);
  return new Map(rows.map((rate) => [rate.currency, rate]));
}

async function idsOf(table: typeof skills | typeof responsibilities, on: Executor) {
  const rows = await on.select({ id: table.id, slug: table.slug }).from(table);
  return new Map(rows.map(({ id, slug }) => [slug, id]));
}

function idOf(ids: Map<string, number>, slug: string): number {
  const id = ids.get(slug);
  if (id === undefined) throw new Error(`The taxonomy has no “${slug}”.`);
  return id;
}

async function inChunks<T>(rows: T[], size: number, work: (chunk: T[]) => PromiseLike<unknown>) {
  for (let i = 0; i < rows.length; i += size) await work(rows.slice(i, i + size));
}
