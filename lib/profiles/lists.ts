/** The parts of a profile, each saved by itself, in the order of its page. */
export const profileSections = ["wants", "skills", "you", "responsibilities", "finding"] as const;
export type ProfileSection = (typeof profileSections)[number];

/** How well one has a skill. Shown to people; the match knows nothing of it. */
export const skillLevels = ["basic", "working", "expert"] as const;

export const mostProfileSkills = 150;

export const evidenceKinds = ["job", "project", "publication", "link", "text"] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];

/** What a résumé was read from; an OpenDocument text counts as text. */
export const resumeSources = ["pdf", "docx", "text", "json"] as const;
export type ResumeSource = (typeof resumeSources)[number];

/** What a résumé file that goes along with an application can be. */
export const resumeFileKinds = ["pdf", "docx", "odt", "txt"] as const;
export type ResumeFileKind = (typeof resumeFileKinds)[number];
export const mostFileBytes = 5 * 1024 * 1024;
