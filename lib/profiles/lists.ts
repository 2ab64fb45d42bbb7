/** How well one has a skill. Shown to people; the match knows nothing of it. */
export const skillLevels = ["basic", "working", "expert"] as const;

export const evidenceKinds = ["job", "project", "publication", "link", "text"] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];

/** What a résumé was read from. */
export const resumeSources = ["pdf", "docx", "text", "json"] as const;
export type ResumeSource = (typeof resumeSources)[number];
