import { and, eq, or, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { isMember, roleOf } from "@/db/membership";
import { applicationMatches, applications } from "@/db/schema/applications";
import { postings } from "@/db/schema/postings";
import type { Actor } from "@/lib/auth/input";
import { listPostingFacts, type Made } from "@/lib/matching/queries/matches";
import { emptyProfile, findOwnMatchProfile } from "@/lib/matching/queries/own";
import { explainedFrom, type MatchInputs, matchInputsOf } from "@/lib/matching/record";
import { type ChangedLine, changesOf } from "@/lib/matching/rules/changes";
import type { ExplainedLine } from "@/lib/matching/rules/sheet";
import { recompute, type StoredMatch, storedMatch } from "@/lib/matching/stored";
import { findPostingById } from "@/lib/postings/queries/public";
import { proofWithoutContacts, proofWithoutIdentity } from "@/lib/profiles/identity";
import type { OwnProof } from "@/lib/profiles/input/resume";
import { listProof } from "@/lib/profiles/queries/resume";
import { listSkillLabels } from "@/lib/taxonomy/queries/labels";
import { listResponsibilities } from "@/lib/taxonomy/queries/responsibilities";
import { isHidden, schools } from "./applications";

type Labels = { skills: Record<string, string>; responsibilities: Record<string, string> };

/** The match sheet of an application, as of its sending, and what differs today. */
export type ApplicationSheet = {
  made: Made;
  at: Date;
  /** Recomputed from the stored inputs: the same bytes as then. */
  isSame: boolean;
  inputsHash: string;
  /** What tags are called, of both sheets. */
  labels: Labels;
  /** As it went along with the application; without what tells its writer while the company reviews without names. */
  proof: OwnProof;
  /** For the candidate alone: the sheet of their profile and the posting as they are now, while it is live. */
  today: { made: Made; changes: ChangedLine<ExplainedLine>[] } | null;
};

/**
 * The sheet of an application of the actor's own, or to a posting of their company, computed anew from the inputs that were kept with it:
 * both sides are given the same bytes. Null for everyone else, and where none was kept. What the candidate's profile says since is for the
 * candidate alone.
 */
export async function findApplicationSheet(actor: Actor, id: string): Promise<ApplicationSheet | null> {
  const [row] = await db()
    .select({
      postingId: applications.postingId,
      isOwn: sql<boolean>`${applications.candidateId} = ${actor.userId}::uuid`,
      isHidden,
      role: roleOf(actor, applications.companyId),
      name: applications.name,
      email: applications.email,
      schools,
      evidence: sql<OwnProof["evidence"] | null>`${applications.evidence}`,
      education: sql<OwnProof["education"]>`${applications.education}`,
      inputs: applicationMatches.inputs,
      inputsHash: applicationMatches.inputsHash,
      sheetHash: applicationMatches.sheetHash,
      at: applicationMatches.at,
    })
    .from(applicationMatches)
    .innerJoin(applications, eq(applications.id, applicationMatches.applicationId))
    .innerJoin(postings, eq(postings.id, applications.postingId))
    .where(
      and(
        eq(applicationMatches.applicationId, id),
        or(eq(applications.candidateId, actor.userId), isMember(actor, applications.companyId)),
      ),
    );
  if (!row) return null;
  const { inputs, sheet, isSame } = recompute({ ...row, rules: 1 });
  const proof = { evidence: row.evidence ?? [], education: row.education };
  const now = row.isOwn ? await makeToday(actor, row.postingId) : null;
  return {
    made: { facts: inputs.posting, sheet },
    at: row.at,
    isSame,
    inputsHash: row.inputsHash,
    labels: await listLabels([inputs.posting, ...(now ? [now.facts] : [])]),
    proof: row.isOwn
      ? proof
      : row.isHidden
        ? proofWithoutIdentity(proof, row)
        : row.role === "reviewer"
          ? proofWithoutContacts(proof)
          : proof,
    today: now && { made: now, changes: changesOf(sheet, now.sheet) },
  };
}

/** What is stored with an application that the actor sends now: the inputs of its sheet, and what its lines open. */
export async function makeMatchToKeep(
  actor: Actor,
  postingId: string,
): Promise<{ match: StoredMatch | null; proof: OwnProof }> {
  const [inputs, proof] = await Promise.all([inputsOf(actor, postingId), listProof(actor)]);
  return { match: inputs && storedMatch(inputs), proof };
}

async function makeToday(actor: Actor, postingId: string): Promise<Made | null> {
  const inputs = await inputsOf(actor, postingId);
  return inputs && { facts: inputs.posting, sheet: explainedFrom(inputs) };
}

/** Of the actor's profile and a live posting as they are now; null where it is not live. */
async function inputsOf(actor: Actor, postingId: string): Promise<MatchInputs | null> {
  const [posting, profile] = await Promise.all([findPostingById(postingId), findOwnMatchProfile(actor)]);
  if (!posting) return null;
  const facts = (await listPostingFacts([posting])).get(postingId);
  const { facts: said, edges } = profile ?? emptyProfile;
  return facts ? matchInputsOf(facts, said, edges) : null;
}

async function listLabels(facts: readonly Made["facts"][]): Promise<Labels> {
  const slugs = facts.flatMap(({ skills }) => skills.map(({ slug }) => slug));
  const [skills, responsibilities] = await Promise.all([
    listSkillLabels([...new Set(slugs)]),
    listResponsibilities(),
  ]);
  return {
    skills: Object.fromEntries(skills),
    responsibilities: Object.fromEntries(responsibilities.map(({ slug, label }) => [slug, label])),
  };
}
