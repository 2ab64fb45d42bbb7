import type { OwnEvidence } from "@/lib/profiles/input/resume";
import type { ShownPiece } from "./sheet-lines";

/** Evidence as the sheet opens it; one's own leads to where it can be mended. */
export const piecesOf = (evidence: readonly OwnEvidence[], isOwn: boolean): ShownPiece[] =>
  evidence.map(({ id, title, organisation, text, url, skills, responsibilities }) => ({
    id,
    name: [title, organisation].filter(Boolean).join(", "),
    about: text.length > 200 ? `${text.slice(0, 200)}…` : text || undefined,
    url: url || undefined,
    href: isOwn ? `/profile/evidence/${id}` : undefined,
    skills: skills.map(({ slug }) => slug),
    responsibilities: responsibilities.map(({ slug }) => slug),
  }));
