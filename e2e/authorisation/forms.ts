import { randomUUID } from "node:crypto";
import {
  createAlert,
  createMemberInvitation,
  createPosting,
  createSession,
  daysAgo,
  unique,
} from "@/db/factories";
import { moveApplication } from "@/lib/applications/commands/move";
import { createTemplate } from "@/lib/applications/commands/templates";
import { withdrawApplication } from "@/lib/applications/commands/withdraw";
import { hashCode } from "@/lib/auth/code";
import type { Actor } from "@/lib/auth/input";
import { createKey } from "@/lib/companies/commands/keys";
import { saveLogo } from "@/lib/companies/commands/logo";
import { removeMember } from "@/lib/companies/commands/members";
import { requestDomainCode } from "@/lib/companies/commands/verify";
import { openProfile } from "@/lib/invitations/commands";
import { closePosting } from "@/lib/postings/commands/close";
import { pausePosting } from "@/lib/postings/commands/life";
import { askForDeletion } from "@/lib/privacy/commands/ask";
import { answerQuestion } from "@/lib/profiles/commands/answer";
import { hidePosting } from "@/lib/profiles/commands/hidden";
import { readResumeOf } from "@/lib/profiles/commands/resume";
import { blockCompany, blockDomain } from "@/lib/profiles/commands/visibility";
import { saveForLater, stopReminders } from "@/lib/saved/commands/postings";
import { saveSearch } from "@/lib/saved/commands/searches";
import { fillForm, postForm } from "../http";
import { companyChangeForms } from "./company-changes";
import { deskActions } from "./desk-forms";
import { findingForms } from "./finding";
import type { Form } from "./form";
import { applyingActions } from "./forms-applying";
import { importForms } from "./import-forms";
import {
  accountOf,
  companyOf,
  foundOf,
  idOf,
  messagesOf,
  notesOf,
  notificationsOf,
  profileOf,
  remindersOf,
  savedOf,
  templatesOf,
  visibilityOf,
} from "./kept";
import { signInForms } from "./sign-in";
import { taxonomyForms } from "./taxonomy";
import { webhookForms } from "./webhook-forms";
import { everyone, sql, type World } from "./world";

const onePixel = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

const signedInPeople = everyone.filter((who) => who !== "visitor" && who !== "suspended");
const members = ["reviewer", "recruiter", "owner"] as const;
const writers = ["recruiter", "owner"] as const;

const byCandidate = { may: ["candidate"], by: "candidate" } as const;
const byOwner = { may: writers, by: "owner", kept: companyOf } as const;
const byOnlyOwner = { may: ["owner"], by: "owner", kept: companyOf } as const;

const candidateOf = ({ actors }: World) => actors.candidate as Actor;

/** The forms of each server action, or "anyone" for those that are for everyone, with what they are bound to in tests of their own. */
export const actions: Record<string, Form | Form[] | "anyone"> = {
  ...importForms,
  ...webhookForms,
  ...signInForms,
  ...findingForms,
  requestCodeAction: "anyone",
  checkReceiptAction: "anyone",
  redeemCodeAction: "anyone",
  signInForDemoAction: "anyone",
  signInWithProviderAction: "anyone",
  stopMailsAction: "anyone",
  confirmByTokenAction: "anyone",
  answerAlertByTokenAction: "anyone",
  reportPostingAction: "anyone",
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

  ...applyingActions,
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
    path: ({ application }) => `/applications/${application.id}/withdraw`,
    button: "Withdraw application",
    kept: companyOf,
  },
  writeToCompanyAction: {
    may: ["applicant"],
    by: "applicant",
    path: ({ application }) => `/applications/${application.id}`,
    typed: { text: "Hello" },
    button: "Send message",
    kept: messagesOf,
  },
  restoreApplicationAction: {
    may: ["applicant"],
    by: "applicant",
    path: async ({ actors, application }) => {
      await withdrawApplication(actors.applicant as Actor, { id: application.id, reason: "" });
      return `/applications/${application.id}`;
    },
    button: "Undo the withdrawal",
    kept: companyOf,
  },
  seeApplicationAction: {
    may: ["applicant"],
    by: "applicant",
    path: async ({ actors, application }) => {
      const move = { id: application.id, from: "submitted", to: "screening", message: "" } as const;
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
  saveLogoAction: {
    ...byOnlyOwner,
    path: () => "/employer/company",
    files: { file: new File([onePixel], "logo.png", { type: "image/png" }) },
    button: "Upload logo",
  },
  removeLogoAction: {
    ...byOnlyOwner,
    path: async ({ actors, company }) => {
      const file = new File([onePixel], "logo.png", { type: "image/png" });
      await saveLogo(actors.owner as Actor, { companyId: company.id, file });
      return "/employer/company";
    },
    button: "Remove logo",
  },
  inviteMemberAction: {
    ...byOnlyOwner,
    path: () => "/employer/team",
    typed: () => ({ email: `${unique("colleague")}@example.com`, role: "reviewer" }),
    button: "Send invitation",
  },
  resendMemberInvitationAction: { ...byOnlyOwner, path: invitationOf, button: /^Send again/ },
  withdrawMemberInvitationAction: { ...byOnlyOwner, path: invitationOf, button: /^Withdraw/ },
  changeRoleAction: {
    ...byOnlyOwner,
    path: async (world) => {
      await removeMember(world.actors.owner as Actor, {
        companyId: world.company.id,
        userId: idOf(world.actors.suspended),
      });
      return "/employer/team";
    },
    typed: { role: "owner" },
    button: "Save role",
  },
  removeMemberAction: { ...byOnlyOwner, path: () => "/employer/team", button: /^Remove / },
  createKeyAction: {
    ...byOnlyOwner,
    path: () => "/employer/keys",
    typed: { name: "Our ATS" },
    button: "Create key",
    answer: 200,
  },
  revokeKeyAction: {
    ...byOnlyOwner,
    path: async ({ actors, company }) => {
      const key = {
        companyId: company.id,
        id: randomUUID(),
        name: "Our ATS",
        scopes: ["postings:read" as const],
      };
      await createKey(actors.owner as Actor, key);
      return "/employer/keys";
    },
    button: /^Revoke /,
  },
  verifyByEmailAction: {
    ...byOnlyOwner,
    path: async (world) => {
      await setWebsite(world, (world.actors.owner as Actor).email.split("@")[1] as string);
      return "/employer/company/verify";
    },
    button: "Verify by this address",
  },
  requestDomainCodeAction: {
    ...byOnlyOwner,
    path: async (world) => {
      await setWebsite(world, "tallyhaven.example");
      return "/employer/company/verify";
    },
    typed: { mailbox: "jobs" },
    button: "Send a code",
  },
  redeemDomainCodeAction: {
    ...byOnlyOwner,
    path: async (world) => {
      await setWebsite(world, "tallyhaven.example");
      await requestDomainCode(world.actors.owner as Actor, { companyId: world.company.id, mailbox: "jobs" });
      await sql`update domain_codes set code_hash = ${hashCode("ABCDEFGH", "jobs@tallyhaven.example")}
        where company_id = ${world.company.id}`;
      return "/employer/company/verify";
    },
    typed: { code: "ABCD EFGH" },
    button: "Verify with this code",
  },
  startDomainCheckAction: {
    ...byOnlyOwner,
    path: async (world) => {
      await setWebsite(world, "tallyhaven.example");
      return "/employer/company/verify";
    },
    button: "I have added the record",
  },
  closeCompanyAction: {
    ...byOnlyOwner,
    path: () => "/employer/company/close",
    typed: ({ company }) => ({ name: company.name, message: "We close." }),
    button: "Close the company",
  },
  leaveCompanyAction: {
    may: ["recruiter", "reviewer"],
    by: "recruiter",
    path: () => "/employer/team",
    button: /^Leave /,
    kept: companyOf,
  },
  acceptMemberInvitationAction: {
    ...byCandidate,
    path: async ({ actors, company }) =>
      `/join/${await createMemberInvitation({ companyId: company.id, email: actors.candidate?.email as string })}`,
    button: /^Join /,
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
    typed: { to: "screening" },
    button: "Move and notify the candidate",
  },
  moveTogetherAction: {
    ...byOwner,
    path: ({ live }) => `/employer/postings/${live.id}/applicants`,
    typed: ({ application }) => ({ selected: `${application.id} submitted`, to: "screening" }),
    button: "Move the selected and notify them",
  },
  writeToCandidateAction: {
    ...byOwner,
    path: ({ live, application }) => `/employer/postings/${live.id}/applicants/${application.id}`,
    typed: { text: "Hello" },
    button: "Send message",
    kept: messagesOf,
  },
  readNotificationsAction: {
    ...byCandidate,
    path: async (world) => {
      await sql`
        insert into notifications (user_id, event_id, title, path, at)
        values (${candidateOf(world).userId}, 1, 'Something happened', '/', now())`;
      return "/notifications";
    },
    button: "Mark all as read",
    kept: notificationsOf,
  },
  chooseMailsAction: {
    ...byCandidate,
    path: () => "/settings",
    typed: { answers: "never" },
    button: "Save",
    kept: notificationsOf,
  },
  askForDeletionAction: {
    ...byCandidate,
    path: () => "/settings/data",
    typed: (world) => ({ email: candidateOf(world).email }),
    button: "Delete my account",
    kept: accountOf,
  },
  keepAccountAction: {
    ...byCandidate,
    path: async (world) => {
      await askForDeletion(candidateOf(world), { email: candidateOf(world).email });
      return "/terms";
    },
    button: "Keep my account",
    kept: accountOf,
  },
  endSessionAction: {
    ...byCandidate,
    path: sessionsOf,
    button: /Sign out .*browser/,
    kept: accountOf,
  },
  endOtherSessionsAction: {
    ...byCandidate,
    path: sessionsOf,
    button: "Sign out everywhere else",
    kept: accountOf,
  },
  writeNoteAction: {
    may: members,
    by: "owner",
    path: ({ live, application }) => `/employer/postings/${live.id}/applicants/${application.id}`,
    typed: { text: "Strong in ledgers." },
    button: "Save note",
    kept: notesOf,
  },
  tagApplicationAction: {
    may: members,
    by: "owner",
    path: ({ live, application }) => `/employer/postings/${live.id}/applicants/${application.id}`,
    typed: { tags: "second round" },
    button: "Save tags",
    kept: notesOf,
  },
  rateApplicationAction: {
    may: members,
    by: "owner",
    path: ({ live, application }) => `/employer/postings/${live.id}/applicants/${application.id}`,
    typed: { "ratings[0]": "strongly", "reasons[0]": "Strong in ledgers." },
    button: "Save ratings",
    kept: notesOf,
  },
  createTemplateAction: {
    ...byOwner,
    path: () => "/employer/templates/new",
    typed: { name: "Thanks", text: "Thank you, {candidate}." },
    button: "Save template",
    kept: templatesOf,
  },
  editTemplateAction: {
    ...byOwner,
    path: templateOf,
    typed: { name: "Changed by somebody" },
    button: "Save template",
    kept: templatesOf,
  },
  deleteTemplateAction: { ...byOwner, path: templateOf, button: "Delete template", kept: templatesOf },

  ...deskActions,
  ...taxonomyForms,
  ...companyChangeForms,
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

/** The list with one more session in it. */
async function sessionsOf(world: World): Promise<string> {
  await createSession(candidateOf(world));
  return "/settings/sessions";
}

/** The page of a template of the company. */
async function templateOf({ actors, company }: World): Promise<string> {
  const template = { name: "Thanks", text: "Thank you." };
  return `/employer/templates/${(await createTemplate(actors.owner as Actor, company.id, template)).id}`;
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

/** The team's page with an open invitation on it. */
async function invitationOf({ company }: World): Promise<string> {
  await createMemberInvitation({ companyId: company.id, email: `${unique("colleague")}@example.com` });
  return "/employer/team";
}

const setWebsite = ({ company }: World, domain: string) =>
  sql`update companies set website = ${`https://${domain}`} where id = ${company.id}`;
