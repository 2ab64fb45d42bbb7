import { and, eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import {
  profileEducation,
  profileEvidence,
  profileEvidenceResponsibilities,
  profileEvidenceSkills,
} from "@/db/schema/profiles";
import type { Actor } from "@/lib/auth/input";
import { one } from "@/lib/present";
import type { Evidence, Study } from "../input/resume";

/** Rows of the skills and responsibilities that evidence may attach to, by their slugs. */
export type TagIds = { skills: ReadonlyMap<string, number>; responsibilities: ReadonlyMap<string, number> };

/** Adds evidence to the actor's own; a piece that is there already is written anew, so that the same résumé twice gives nothing more. */
export async function mergeEvidence(tx: Transaction, actor: Actor, pieces: readonly Evidence[], ids: TagIds) {
  const { userId } = actor;
  const { id, kind, title, organisation, url, started } = profileEvidence;
  const own = await tx
    .select({ id, kind, title, organisation, url, started })
    .from(profileEvidence)
    .where(eq(profileEvidence.userId, userId))
    .for("update");
  const known = new Map(own.map((row) => [identity(row), row.id]));
  for (const [position, piece] of pieces.entries()) {
    const same = known.get(identity(piece));
    const kept = await keepEvidence(tx, actor, same, { ...piece, position }, ids);
    known.set(identity(piece), kept);
  }
}

const identity = ({
  kind,
  title,
  organisation,
  url,
  started,
}: Pick<Evidence, "kind" | "title" | "organisation" | "url" | "started">) =>
  (kind === "link" ? [kind, url] : [kind, title, organisation, started ?? ""]).join("\n").toLowerCase();

/** Writes one piece, new without an id, and what it shows; gives its id. What the profile does not name, it cannot show. */
export async function keepEvidence(
  tx: Transaction,
  { userId }: Actor,
  id: string | undefined,
  piece: Evidence & { position?: number },
  ids: TagIds,
): Promise<string> {
  const { skills, responsibilities, ...given } = piece;
  const values = { ...given, ...periodFor(piece) };
  const rows = id
    ? await tx
        .update(profileEvidence)
        .set(values)
        .where(and(eq(profileEvidence.userId, userId), eq(profileEvidence.id, id)))
        .returning({ id: profileEvidence.id })
    : await tx
        .insert(profileEvidence)
        .values({ userId, ...values })
        .returning({ id: profileEvidence.id });
  const evidenceId = one(rows).id;
  const { skills: ofSkills, responsibilities: ofResponsibilities } = ids;
  const skillIds = unique(skills, ofSkills);
  const responsibilityIds = unique(responsibilities, ofResponsibilities);
  const [toSkills, toResponsibilities] = [profileEvidenceSkills, profileEvidenceResponsibilities];
  await tx.delete(toSkills).where(and(eq(toSkills.userId, userId), eq(toSkills.evidenceId, evidenceId)));
  await tx
    .delete(toResponsibilities)
    .where(and(eq(toResponsibilities.userId, userId), eq(toResponsibilities.evidenceId, evidenceId)));
  if (skillIds.length > 0)
    await tx.insert(toSkills).values(skillIds.map((skillId) => ({ userId, evidenceId, skillId })));
  if (responsibilityIds.length > 0)
    await tx
      .insert(toResponsibilities)
      .values(responsibilityIds.map((responsibilityId) => ({ userId, evidenceId, responsibilityId })));
  return evidenceId;
}

const unique = (slugs: readonly string[], ids: ReadonlyMap<string, number>) => [
  ...new Set(slugs.flatMap((slug) => ids.get(slug) ?? [])),
];

/** A publication has one date, a text and a link none. */
function periodFor({ kind, started, ended }: Evidence) {
  if (kind === "publication") return { started: null, ended: ended ?? started };
  return kind === "job" || kind === "project" ? { started, ended } : { started: null, ended: null };
}

/** Adds studies to the actor's own; one that is there already is written anew. */
export async function mergeStudies(tx: Transaction, { userId }: Actor, studies: readonly Study[]) {
  const { id, degree, field, school } = profileEducation;
  const own = await tx
    .select({ id, degree, field, school })
    .from(profileEducation)
    .where(eq(profileEducation.userId, userId))
    .for("update");
  const nameOf = (study: { degree: string; field: string; school: string }) =>
    [study.degree, study.field, study.school].join("\n").toLowerCase();
  const known = new Map(own.map((row) => [nameOf(row), row.id]));
  for (const [position, study] of studies.entries()) {
    const values = { ...study, level: study.level ?? null, position };
    const same = known.get(nameOf(study));
    if (same) await tx.update(profileEducation).set(values).where(eq(profileEducation.id, same));
    else {
      const rows = await tx
        .insert(profileEducation)
        .values({ userId, ...values })
        .returning({ id: profileEducation.id });
      known.set(nameOf(study), one(rows).id);
    }
  }
}
