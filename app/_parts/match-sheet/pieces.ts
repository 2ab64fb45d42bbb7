import type { ExplainedLine } from "@/lib/matching/rules/sheet";
import type { OwnProof } from "@/lib/profiles/input/resume";
import type { EvidenceKind } from "@/lib/profiles/lists";

type Tag = { slug: string; label: string };

/** A piece of evidence or education by its name, with what it shows. `href` leads to where its owner can change it. */
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

/** Evidence, then education, as the sheet shows it. Your own links to where you can change it. */
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
    name: [degree, field].filter(Boolean).join(", ") || school || "Education",
    about: (degree || field) && school ? school : undefined,
    href: isOwn ? `/profile/education/${id}` : undefined,
    skills: [],
    responsibilities: [],
  })),
];

/**
 * Whether this piece is evidence for a line: for a tag one that shows it, or the skill that it is implied by; for years any job, for a degree
 * any study. Only evidenced lines have evidence.
 */
export function isShownBy({ state, asks, by }: ExplainedLine, piece: ShownPiece): boolean {
  if (state !== "evidenced") return false;
  const shown = by ?? asks;
  switch (shown.kind) {
    case "skill":
      return piece.skills.some(({ slug }) => slug === shown.slug);
    case "responsibility":
      return piece.responsibilities.some(({ slug }) => slug === shown.slug);
    case "experience":
      return piece.kind === "job";
    case "degree":
      return piece.kind === "study";
  }
}
