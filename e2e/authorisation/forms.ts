import { createAlert, createPosting, daysAgo } from "@/db/factories";
import { moveApplication } from "@/lib/applications/commands";
import type { Actor } from "@/lib/auth/input";
import { openProfile } from "@/lib/invitations/commands";
import { closePosting } from "@/lib/postings/commands/close";
import { pausePosting } from "@/lib/postings/commands/life";
import { answerQuestion } from "@/lib/profiles/commands/answer";
import { hidePosting } from "@/lib/profiles/commands/hidden";
import { readResumeOf } from "@/lib/profiles/commands/resume";
import { blockCompany, blockDomain } from "@/lib/profiles/commands/visibility";
import { saveForLater, stopReminders } from "@/lib/saved/commands/postings";
import { saveSearch } from "@/lib/saved/commands/searches";
import { type Filling, fillForm, postForm } from "../http";
import { companyOf, foundOf, idOf, profileOf, remindersOf, savedOf, visibilityOf } from "./kept";
import { everyone, sql, type Who, type World } from "./world";

export type Form = {
  /** Whose post of it may have an effect; the first of them shows at the end that it has one. */
  may: readonly Who[];
  /** Who opens the form and fills it in. */
  by: Who;
  /** Where the form is, after what it takes that it is there. */
  path: (world: World) => string | Promise<string>;
  button: Filling["button"];
  /** What is typed into the fields, by their names. */
  typed?: Filling["typed"] | ((world: World) => Filling["typed"]);
  /** What everybody else's post leaves as it is. */
  kept: (world: World) => Promise<unknown>;
};

const signedInPeople = everyone.filter((who) => who !== "visitor" && who !== "suspended");
const writers = ["recruiter", "owner"] as const;

const byCandidate = { may: ["candidate"], by: "candidate" } as const;
const byOwner = { may: writers, by: "owner", kept: companyOf } as const;
const byAdmin = { may: ["admin"], by: "admin", kept: companyOf } as const;

const candidateOf = ({ actors }: World) => actors.candidate as Actor;

/** The forms of each server action, or "anyone" for those that are for everyone, with what they are bound to in tests of their own. */
export const actions: Record<string, Form | Form[] | "anyone"> = {
  requestCodeAction: "anyone",
  redeemCodeAction: "anyone",
  signInForDemoAction: "anyone",
  signInWithProviderAction: "anyone",
  stopMailsAction: "anyone",
  confirmByTokenAction: "anyone",
  answerAlertByTokenAction: "anyone",
  readPastedResumeAction: "anyone",
  startProfileAction: {
    may: ["applicant"],
    by: "applicant",
    path: () => "/matches?have=go+4",
    button: "Save this as my profile",
    kept: ({ actors }) => sql`select * from profiles where user_id = ${idOf(actors.applicant)}`,
  },
  signOutAction: {
    ...byCandidate,
    path: () => "/terms",
    button: "Sign out",
    kept: ({ actors }) => sql`
        select count(*) from events where type = 'user.signed_out' and actor_id = ${idOf(actors.candidate)}`,
  },

  saveProfileAction: {
    ...byCandidate,
    path: () => "/profile",
    typed: { headline: "Ledgers, mostly" },
    button: "Save profile",
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

  submitApplicationAction: {
    may: ["stranger", "candidate", "admin"],
    by: "candidate",
    path: ({ live }) => `/jobs/${live.slug}/apply`,
    typed: { name: "Kim Candidate" },
    button: "Submit application",
    kept: companyOf,
  },
  withdrawApplicationAction: {
    may: ["applicant"],
    by: "applicant",
    path: ({ application }) => `/applications/${application.id}`,
    button: /withdraw/i,
    kept: companyOf,
  },
  seeApplicationAction: {
    may: ["applicant"],
    by: "applicant",
    path: async ({ actors, application }) => {
      const move = { id: application.id, from: "submitted", to: "interview", message: "" } as const;
      await moveApplication(actors.owner as Actor, move);
      return `/applications/${application.id}`;
    },
    button: "Mark as read",
    kept: companyOf,
  },
  declineInvitationAction: {
    ...byCandidate,
    path: () => "/applications",
    button: /Decline/,
    kept: foundOf,
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

  openProfileAction: {
    ...byOwner,
    path: ({ live, found }) => `/employer/postings/${live.id}/candidates/${found.userId}`,
    button: "Open profile",
    kept: foundOf,
  },
  inviteCandidateAction: {
    ...byOwner,
    path: async ({ actors, live, found }) => {
      await openProfile(actors.owner as Actor, { postingId: live.id, candidateId: found.userId });
      return `/employer/postings/${live.id}/candidates/${found.userId}`;
    },
    typed: { message: "Your ledgers are what this role is about." },
    button: "Invite",
    kept: foundOf,
  },

  saveSearchAction: {
    ...byCandidate,
    path: () => "/jobs?skill=go",
    button: "Save this search",
    kept: savedOf,
  },
  changeSearchAction: {
    ...byCandidate,
    path: savedSearchOf,
    typed: { name: "Renamed by somebody" },
    button: "Save",
    kept: savedOf,
  },
  deleteSearchAction: { ...byCandidate, path: savedSearchOf, button: "Delete Ledgers", kept: savedOf },
  seeSearchAction: {
    ...byCandidate,
    path: async (world) => {
      const at = await savedSearchOf(world);
      await createPosting({ companyId: world.company.id, workplace: "onsite" });
      return at;
    },
    button: "Show 1 new of Ledgers",
    kept: savedOf,
  },
  hidePostingAction: {
    ...byCandidate,
    path: ({ live }) => `/jobs/${live.slug}`,
    button: "Hide this posting",
    kept: savedOf,
  },
  showPostingAction: {
    ...byCandidate,
    path: async (world) => {
      await hidePosting(candidateOf(world), { postingId: world.live.id });
      return "/saved";
    },
    button: /^Show again/,
    kept: savedOf,
  },
  saveForLaterAction: {
    ...byCandidate,
    path: ({ live }) => `/jobs/${live.slug}`,
    button: "Save this posting",
    kept: savedOf,
  },
  removeSavedAction: [
    { ...byCandidate, path: savedPostingOf, button: /^Remove /, kept: savedOf },
    {
      ...byCandidate,
      path: async (world) => {
        await savedPostingOf(world);
        return `/jobs/${world.live.slug}`;
      },
      button: "Save this posting",
      kept: savedOf,
    },
  ],
  noteSavedAction: {
    ...byCandidate,
    path: savedPostingOf,
    typed: { note: "Written by somebody" },
    button: "Save note",
    kept: savedOf,
  },
  stopRemindersAction: { ...byCandidate, path: savedPostingOf, button: "Stop reminders", kept: remindersOf },
  resumeRemindersAction: {
    ...byCandidate,
    path: async (world) => {
      await stopReminders(candidateOf(world));
      return savedPostingOf(world);
    },
    button: "Remind me",
    kept: remindersOf,
  },
  answerAlertAction: {
    ...byCandidate,
    path: async (world) => {
      await createAlert({ actor: candidateOf(world), postingId: world.live.id });
      return "/saved";
    },
    button: /^Relevant/,
    kept: savedOf,
  },

  createCompanyAction: {
    may: signedInPeople,
    by: "candidate",
    path: () => "/employer",
    typed: ({ secret }) => ({ name: `Company ${secret}` }),
    button: "Create company",
    kept: ({ secret }) => sql`select count(*) from companies where name = ${`Company ${secret}`}`,
  },
  editCompanyAction: {
    may: ["owner"],
    by: "owner",
    path: () => "/employer/company",
    typed: { name: "Renamed by somebody" },
    button: "Save",
    kept: companyOf,
  },
  savePostingAction: [
    {
      ...byOwner,
      path: ({ draft }) => `/employer/postings/${draft.id}`,
      typed: { title: "Changed by somebody" },
      button: "Save draft",
    },
    {
      ...byOwner,
      path: () => "/employer/postings/new",
      typed: { title: "Written by somebody" },
      button: "Save draft",
    },
  ],
  pasteAdvertAction: {
    ...byOwner,
    path: () => "/employer/postings/paste",
    typed: { text: "We look for a Go developer with three years of experience in Kafka." },
    button: "Read advert",
  },
  acceptTagsAction: {
    ...byOwner,
    path: async ({ company }) => {
      const description = "You would write Go services on PostgreSQL. Hybrid, 3 days in the office.";
      const { id } = await createPosting({ companyId: company.id, state: "draft", description });
      return `/employer/postings/${id}/tags`;
    },
    button: "Accept selected tags",
  },
  editPostingAction: {
    ...byOwner,
    path: ({ live }) => `/employer/postings/${live.id}/edit`,
    typed: { title: "Changed by somebody" },
    button: "Save changes",
  },
  withdrawRevisionAction: {
    ...byOwner,
    path: async (world) => {
      const path = `/employer/postings/${world.live.id}`;
      const filling = { button: "Save changes", typed: { salaryMax: "81000" } };
      await postForm(await fillForm(world.actors.owner, `${path}/edit`, filling), world.actors.owner);
      return path;
    },
    button: "Withdraw the change",
  },
  copyPostingAction: {
    ...byOwner,
    path: ({ live }) => `/employer/postings/${live.id}`,
    button: "Copy as a new draft",
  },
  deletePostingAction: {
    ...byOwner,
    path: ({ draft }) => `/employer/postings/${draft.id}/delete`,
    button: "Delete draft",
  },
  takePostingBackAction: {
    ...byOwner,
    path: ({ inReview }) => `/employer/postings/${inReview.id}`,
    button: "Take back from review",
  },
  schedulePostingAction: {
    ...byOwner,
    path: ({ draft }) => `/employer/postings/${draft.id}`,
    typed: { publishAt: daysAgo(-1).toISOString().slice(0, 16) },
    button: "Save publication date",
  },
  pausePostingAction: { ...byOwner, path: ({ live }) => `/employer/postings/${live.id}`, button: "Pause" },
  resumePostingAction: {
    ...byOwner,
    path: async ({ actors, live }) => {
      await pausePosting(actors.owner as Actor, { id: live.id });
      return `/employer/postings/${live.id}`;
    },
    button: "Resume",
  },
  reconfirmPostingAction: {
    ...byOwner,
    path: async ({ company }) => {
      const { id } = await createPosting({
        companyId: company.id,
        publishedAt: daysAgo(15),
        confirmedAt: daysAgo(15),
      });
      return `/employer/postings/${id}`;
    },
    button: "It is still open",
  },
  extendPostingAction: { ...byOwner, path: ({ live }) => `/employer/postings/${live.id}`, button: /^Extend/ },
  closePostingAction: {
    ...byOwner,
    path: ({ live }) => `/employer/postings/${live.id}/close`,
    typed: { answer: "each" },
    button: "Close the posting",
  },
  reopenPostingAction: {
    ...byOwner,
    path: async ({ actors, live }) => {
      await closePosting(actors.owner as Actor, { id: live.id, reason: "filled", answer: "each" });
      return `/employer/postings/${live.id}`;
    },
    button: "Undo",
  },
  moveApplicationAction: {
    ...byOwner,
    path: ({ live, application }) => `/employer/postings/${live.id}/applicants/${application.id}`,
    typed: { to: "interview" },
    button: "Move and notify the candidate",
  },

  approvePostingAction: {
    ...byAdmin,
    path: ({ inReview }) => `/admin/postings/${inReview.id}`,
    button: "Approve and publish",
  },
  sendPostingBackAction: {
    ...byAdmin,
    path: ({ inReview }) => `/admin/postings/${inReview.id}`,
    typed: { "reasons[0].field": "title", "reasons[0].message": "Say which ledger." },
    button: "Send back with reasons",
  },
  removePostingAction: {
    ...byAdmin,
    path: ({ live }) => `/admin/postings/${live.id}`,
    typed: { reason: "It asks for money in advance." },
    button: "Remove posting",
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

/** The list with one saved search in it, of a kind that nothing is live of. It sends no mail, which would move its marks. */
async function savedSearchOf(world: World): Promise<string> {
  const criteria = `company=${world.company.slug}&workplace=onsite`;
  await saveSearch(candidateOf(world), { criteria, name: "Ledgers", frequency: "never" });
  return "/saved";
}

/** The list with the live posting in it. */
async function savedPostingOf(world: World): Promise<string> {
  await saveForLater(candidateOf(world), { postingId: world.live.id });
  return "/saved";
}
