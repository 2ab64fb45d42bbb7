import { byExperience } from "@/lib/matching/rules/lines";
import type { SheetLine } from "@/lib/matching/rules/sheet";
import { impliedReason } from "@/lib/matching/rules/standing";
import type { OwnProof } from "@/lib/profiles/input/resume";
import type { EvidenceKind } from "@/lib/profiles/lists";

type Tag = { slug: string; label: string };

/** A piece of evidence or a study by what it is called, with what it shows. `href` leads to where its owner can mend it. */
export type ShownPiece = {
  id: string;
  kind: EvidenceKind | "study";
  name: string;
  about?: string;
  url?: string;
  href?: string;
  skills: readonly Tag[];
  responsibilities: readonly Tag[];
};

/** Evidence, then studies, as the sheet opens them; one's own lead to where they can be mended. */
export const piecesOf = ({ evidence, education }: OwnProof, isOwn: boolean): ShownPiece[] => [
  ...evidence.map(({ id, kind, title, organisation, text, url, skills, responsibilities }) => ({
    id,
    kind,
    name: [title, organisation].filter(Boolean).join(", "),
    about: text.length > 200 ? `${text.slice(0, 200)}…` : text || undefined,
    url: url || undefined,
    href: isOwn ? `/profile/evidence/${id}` : undefined,
    skills,
    responsibilities,
  })),
  ...education.map(({ id, degree, field, school }) => ({
    id,
    kind: "study" as const,
    name: [degree, field].filter(Boolean).join(", ") || school || "A study",
    about: (degree || field) && school ? school : undefined,
    href: isOwn ? `/profile/education/${id}` : undefined,
    skills: [],
    responsibilities: [],
  })),
];

/** Whether an evidenced line is so by this piece: its own, one of the skill that implies it, any job, or any study. */
export function isShownBy({ kind, slug, state, reason }: SheetLine, piece: ShownPiece): boolean {
  if (state !== "evidenced") return false;
  switch (kind) {
    case "skill":
      return piece.skills.some((skill) => skill.slug === slug || reason === impliedReason(skill.label));
    case "responsibility":
      return piece.responsibilities.some((duty) => duty.slug === slug);
    case "experience":
      return piece.kind === "job";
    case "degree":
      return piece.kind === (reason === byExperience ? "job" : "study");
  }
}
