import { createPosting } from "@/db/factories";
import { answerQuestion } from "@/lib/profiles/commands/answer";
import { readResumeOf } from "@/lib/profiles/commands/resume";
import { blockCompany, blockDomain } from "@/lib/profiles/commands/visibility";
import { byCandidate, candidateOf, type Form } from "./form";
import { idOf, profileOf, visibilityOf } from "./kept";
import { sql, type World } from "./world";

/** The forms of one's own profile, and of who may find it. */
export const profileForms: Record<string, Form | Form[]> = {
  startProfileAction: {
    may: ["applicant"],
    by: "applicant",
    path: () => "/matches?have=go+4",
    button: "Save this as my profile",
    kept: ({ actors }) => sql`select * from profiles where user_id = ${idOf(actors.applicant)}`,
  },
  saveSectionAction: {
    ...byCandidate,
    path: () => "/profile?edit=you",
    typed: { headline: "Ledgers, mostly" },
    button: "Save",
    kept: ({ actors }) => sql`
        select u.name, p.* from users u left join profiles p on p.user_id = u.id where u.id = ${idOf(actors.candidate)}`,
  },
  answerQuestionAction: {
    ...byCandidate,
    path: async (world) => {
      await answerOnce(world);
      const skills = [{ slug: "cobol" }, { slug: "erlang" }];
      return `/jobs/${(await createPosting({ companyId: world.company.id, skills })).slug}`;
    },
    button: "Yes",
    kept: profileOf,
  },
  answerQuestionInPassAction: {
    ...byCandidate,
    path: () => "/profile/pass",
    typed: { years: "6" },
    button: "Save",
    kept: profileOf,
  },
  undoAnswerAction: {
    ...byCandidate,
    path: async (world) => `/profile/pass?answered=1&last=${await answerOnce(world)}`,
    button: "Undo",
    kept: profileOf,
  },
  readResumeAction: {
    ...byCandidate,
    path: () => "/profile/import",
    typed: { text: "Kim Sample\n\nSkills\nGo, Redis" },
    button: "Read résumé",
    kept: profileOf,
  },
  importResumeAction: { ...byCandidate, path: importOf, button: "Import", kept: profileOf },
  discardResumeAction: { ...byCandidate, path: importOf, button: "Discard everything", kept: profileOf },
  saveEvidenceAction: [
    {
      ...byCandidate,
      path: ({ own }) => `/profile/evidence/${own.evidenceId}`,
      typed: { title: "Changed by somebody" },
      button: "Save",
      kept: profileOf,
    },
    {
      ...byCandidate,
      path: () => "/profile/evidence/new",
      typed: { title: "Written by somebody" },
      button: "Save",
      kept: profileOf,
    },
  ],
  removeEvidenceAction: {
    ...byCandidate,
    path: ({ own }) => `/profile/evidence/${own.evidenceId}`,
    button: "Remove",
    kept: profileOf,
  },
  saveStudyAction: {
    ...byCandidate,
    path: ({ own }) => `/profile/education/${own.studyId}`,
    typed: { school: "Changed by somebody" },
    button: "Save",
    kept: profileOf,
  },
  removeStudyAction: {
    ...byCandidate,
    path: ({ own }) => `/profile/education/${own.studyId}`,
    button: "Remove",
    kept: profileOf,
  },
  setSearchableAction: {
    ...byCandidate,
    path: () => "/profile/visibility",
    typed: { searchable: "on" },
    button: "Save",
    kept: visibilityOf,
  },
  blockCompanyAction: {
    ...byCandidate,
    path: () => "/profile/visibility",
    typed: ({ company }) => ({ company: company.name }),
    button: "Block company",
    kept: visibilityOf,
  },
  blockDomainAction: {
    ...byCandidate,
    path: () => "/profile/visibility",
    typed: { domain: "example.com" },
    button: "Block domain",
    kept: visibilityOf,
  },
  unblockCompanyAction: {
    ...byCandidate,
    path: async (world) => {
      await blockCompany(candidateOf(world), { company: world.company.name });
      return "/profile/visibility";
    },
    button: /^Unblock/,
    kept: visibilityOf,
  },
  unblockDomainAction: {
    ...byCandidate,
    path: async (world) => {
      await blockDomain(candidateOf(world), { domain: "example.com" });
      return "/profile/visibility";
    },
    button: /^Unblock/,
    kept: visibilityOf,
  },
};

/** Answers one question of the pass, which begins a profile that says something; what it was about. */
async function answerOnce(world: World): Promise<string> {
  await answerQuestion(candidateOf(world), { about: { kind: "experience" }, answer: "years", years: 6 });
  return "experience";
}

/** A résumé that the candidate handed in waits there. */
async function importOf(world: World): Promise<string> {
  await readResumeOf(candidateOf(world), { text: "Kim Sample\n\nSkills\nGo, Redis" });
  return "/profile/import";
}
