import { memberRoles } from "@/lib/companies/lists";
import { at, type Mails, objection, toCompany } from "./mail-parts";
import { findCompanyFacts } from "./queries/facts";

/** The mails about what admins decide about a company. */
export const deskMails = {
  "company.merged": async (event) => {
    const [facts, from] = await Promise.all([
      findCompanyFacts(event.companyId),
      findCompanyFacts(event.data.fromId),
    ]);
    if (!facts || !from) return [];
    return toCompany(
      event,
      {
        subject: `${from.name} is now part of ${facts.name}`,
        heading: `${from.name} is now part of ${facts.name} on Backplane`,
        paragraphs: [
          `An admin merged the two companies. The postings, applicants and members of ${from.name} are with ${facts.name} now, and its old address leads there. Keys of ${from.name} no longer work.`,
          objection(),
        ],
        action: { label: "See the team", url: at(`/employer/team?company=${facts.slug}`) },
      },
      memberRoles,
    );
  },
  "company.change_sent_back": async (event) => {
    const facts = await findCompanyFacts(event.companyId);
    if (!facts?.changeReason) return [];
    return toCompany(
      event,
      {
        subject: `Please change the page of ${facts.name}`,
        heading: `Please change the page of ${facts.name}`,
        paragraphs: [
          "An admin looked at what you changed. It is still public, and you are asked to change it again.",
          `Reason: ${facts.changeReason}`,
          objection(),
        ],
        action: { label: "Edit your company", url: at(`/employer/company?company=${facts.slug}`) },
      },
      ["owner"],
    );
  },
  "company.change_taken_down": async (event) => {
    const facts = await findCompanyFacts(event.companyId);
    if (!facts?.changeReason) return [];
    return toCompany(
      event,
      {
        subject: `The words and the logo of ${facts.name} were taken down`,
        heading: `The words and the logo of ${facts.name} were taken down`,
        paragraphs: [
          "An admin removed what your company says of itself, and its logo. Your postings are as they were. You can write it anew.",
          `Reason: ${facts.changeReason}`,
          objection(),
        ],
        action: { label: "Edit your company", url: at(`/employer/company?company=${facts.slug}`) },
      },
      ["owner"],
    );
  },
  "company.suspended": async (event) => {
    const facts = await findCompanyFacts(event.companyId);
    if (!facts?.suspendReason) return [];
    return toCompany(
      event,
      {
        subject: `${facts.name} is suspended`,
        heading: `${facts.name} is suspended on Backplane`,
        paragraphs: [
          "An admin suspended your company. Its page and all of its postings are not shown any more, and nobody can apply to them. Applications that you have already stay as they are.",
          `Reason: ${facts.suspendReason}`,
          objection(),
        ],
        action: { label: "See the postings", url: at(`/employer?company=${facts.slug}`) },
      },
      ["owner"],
    );
  },
  "company.unsuspended": async (event) => {
    const facts = await findCompanyFacts(event.companyId);
    if (!facts) return [];
    return toCompany(
      event,
      {
        subject: `${facts.name} is not suspended any more`,
        heading: `${facts.name} is shown again`,
        paragraphs: ["An admin lifted the suspension. Your page and your postings are shown again."],
        action: { label: "See the postings", url: at(`/employer?company=${facts.slug}`) },
      },
      ["owner"],
    );
  },
} satisfies Partial<Mails>;
