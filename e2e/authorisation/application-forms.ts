import { saveDraft } from "@/lib/applications/commands/drafts";
import { moveApplication } from "@/lib/applications/commands/move";
import { createTemplate } from "@/lib/applications/commands/templates";
import { withdrawApplication } from "@/lib/applications/commands/withdraw";
import { Apply } from "@/lib/applications/input";
import type { Actor } from "@/lib/auth/input";
import { openProfile } from "@/lib/invitations/commands";
import { byCandidate, byOwner, type Form, members } from "./form";
import { companyOf, foundOf, messagesOf, notesOf, templatesOf } from "./kept";
import { sql, type World } from "./world";

/** What the candidate has begun to write. */
const draftsOf = ({ actors }: World) =>
  sql`select * from application_drafts where candidate_id = ${(actors.candidate as Actor).userId}`;

/** The forms of applications, for both sides, and of candidates who are found. */
export const applicationForms: Record<string, Form> = {
  deleteDraftAction: {
    ...byCandidate,
    path: async ({ actors, live }) => {
      await saveDraft(actors.candidate as Actor, Apply.parse({ postingId: live.id, coverNote: "Hello" }));
      return "/applications";
    },
    button: /^Delete draft/,
    kept: draftsOf,
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
};

/** The page of a template of the company. */
async function templateOf({ actors, company }: World): Promise<string> {
  const template = { name: "Thanks", text: "Thank you." };
  return `/employer/templates/${(await createTemplate(actors.owner as Actor, company.id, template)).id}`;
}
