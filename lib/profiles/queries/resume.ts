import { and, asc, eq, sql } from "drizzle-orm";
import { type Database, db } from "@/db/client";
import { profileEducation, profileEvidence, resumeDrafts } from "@/db/schema/profiles";
import type { Actor } from "@/lib/auth/input";
import type { ResumeReading } from "@/lib/reading/resume/resume";
import type { OwnEvidence, OwnProof, OwnResume, OwnStudy } from "../input/resume";
import { findProfile } from "./profile";

type Tag = { slug: string; label: string };

const evidenceColumns = {
  id: profileEvidence.id,
  kind: profileEvidence.kind,
  title: profileEvidence.title,
  organisation: profileEvidence.organisation,
  text: profileEvidence.text,
  url: profileEvidence.url,
  started: profileEvidence.started,
  ended: profileEvidence.ended,
  skills: sql<Tag[]>`coalesce((
    select jsonb_agg(jsonb_build_object('slug', s.slug, 'label', s.label) order by s.label)
    from profile_evidence_skills l join skills s on s.id = l.skill_id
    where l.user_id = profile_evidence.user_id and l.evidence_id = profile_evidence.id), '[]')`,
  responsibilities: sql<Tag[]>`coalesce((
    select jsonb_agg(jsonb_build_object('slug', r.slug, 'label', r.label) order by r.position)
    from profile_evidence_responsibilities l join responsibilities r on r.id = l.responsibility_id
    where l.user_id = profile_evidence.user_id and l.evidence_id = profile_evidence.id), '[]')`,
};

/** The actor's evidence: jobs, projects, publications, texts and links, each from the newest. At most 500. */
export function listEvidence(actor: Pick<Actor, "userId">): Promise<OwnEvidence[]> {
  return db()
    .select(evidenceColumns)
    .from(profileEvidence)
    .where(eq(profileEvidence.userId, actor.userId))
    .orderBy(
      sql`array_position(array['job', 'project', 'publication', 'text', 'link'], ${profileEvidence.kind})`,
      sql`coalesce(${profileEvidence.ended}, case when ${profileEvidence.started} is not null then '9999' end) desc nulls last`,
      sql`${profileEvidence.started} desc nulls last`,
      asc(profileEvidence.position),
      asc(profileEvidence.id),
    )
    .limit(500);
}

/** One piece of the actor's evidence, or null. */
export async function findEvidence(
  actor: Actor,
  id: string,
  on: Pick<Database, "select"> = db(),
): Promise<OwnEvidence | null> {
  const [row] = await on
    .select(evidenceColumns)
    .from(profileEvidence)
    .where(and(eq(profileEvidence.userId, actor.userId), eq(profileEvidence.id, id)));
  return row ?? null;
}

const studyColumns = {
  id: profileEducation.id,
  level: profileEducation.level,
  degree: profileEducation.degree,
  field: profileEducation.field,
  school: profileEducation.school,
  started: profileEducation.started,
  ended: profileEducation.ended,
};

/** The actor's studies, from the newest. At most 200. */
export function listEducation(actor: Pick<Actor, "userId">): Promise<OwnStudy[]> {
  return db()
    .select(studyColumns)
    .from(profileEducation)
    .where(eq(profileEducation.userId, actor.userId))
    .orderBy(
      sql`coalesce(${profileEducation.ended}, case when ${profileEducation.started} is not null then '9999' end) desc nulls last`,
      asc(profileEducation.position),
      asc(profileEducation.id),
    )
    .limit(200);
}

/** One of the actor's studies, or null. */
export async function findStudy(
  actor: Actor,
  id: string,
  on: Pick<Database, "select"> = db(),
): Promise<OwnStudy | null> {
  const [row] = await on
    .select(studyColumns)
    .from(profileEducation)
    .where(and(eq(profileEducation.userId, actor.userId), eq(profileEducation.id, id)));
  return row ?? null;
}

/** The actor's evidence and studies. */
export async function listProof(actor: Pick<Actor, "userId">): Promise<OwnProof> {
  const [evidence, education] = await Promise.all([listEvidence(actor), listEducation(actor)]);
  return { evidence, education };
}

/** All of the actor's profile that a résumé has a place for. */
export async function findOwnResume(actor: Actor): Promise<OwnResume> {
  const [profile, proof] = await Promise.all([findProfile(actor), listProof(actor)]);
  return {
    name: actor.name,
    email: actor.email,
    headline: profile?.headline ?? "",
    skills: profile?.skills ?? [],
    ...proof,
  };
}

/** The résumé of the actor that was read and waits for their word, with the places in its text; or null. */
export async function findResumeDraft(actor: Actor) {
  const [row] = await db()
    .select({
      source: resumeDrafts.source,
      text: resumeDrafts.text,
      reading: sql<ResumeReading>`${resumeDrafts.reading}`,
      createdAt: resumeDrafts.createdAt,
    })
    .from(resumeDrafts)
    .where(eq(resumeDrafts.userId, actor.userId));
  return row ?? null;
}
