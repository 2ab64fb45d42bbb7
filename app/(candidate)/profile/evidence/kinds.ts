import type { EvidenceKind } from "@/lib/profiles/lists";

/** Each kind of evidence as its list is called, and one of it. */
export const kindWords: Record<EvidenceKind, { list: string; one: string }> = {
  job: { list: "Jobs", one: "job" },
  project: { list: "Projects", one: "project" },
  publication: { list: "Publications", one: "publication" },
  text: { list: "Texts", one: "text" },
  link: { list: "Links", one: "link" },
};

/** The kinds in the order in which a profile has them. */
export const kindOrder = Object.keys(kindWords) as EvidenceKind[];
