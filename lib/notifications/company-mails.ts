import { memberRoles } from "@/lib/companies/lists";
import { roleInWords, scopesInWords } from "@/lib/companies/words";
import { domainOf } from "@/lib/web-address";
import { failingDays } from "@/lib/webhooks/rules";
import { at, type EventMail, forMembers, type Mails, toCompany } from "./mail-parts";
import {
  findCompanyFacts,
  findKeyFacts,
  findMemberFacts,
  findMemberInvitationFacts,
  findWebhookFacts,
} from "./queries/facts";

type Told = Omit<EventMail, "reader" | "to" | "reason">;

/** A mail to the person whom an event about a member concerns, and one to the owners of the company, besides that person and who did it. */
async function toMemberAndOwners(
  event: { companyId: string; actorId: string | null; data: { userId: string } },
  write: (facts: { company: string; slug: string; who: string }) => { toMember: Told; toOwners: Told },
): Promise<EventMail[]> {
  const [company, member] = await Promise.all([
    findCompanyFacts(event.companyId),
    findMemberFacts(event.data.userId),
  ]);
  if (!company || !member) return [];
  const who = member.name ? `${member.name} (${member.email})` : member.email;
  const { toMember, toOwners } = write({ company: company.name, slug: company.slug, who });
  const owners = await toCompany(event, toOwners, ["owner"]);
  return [
    { ...toMember, reader: event.data.userId, to: member.email, reason: forMembers },
    ...owners.filter(({ reader }) => reader !== event.data.userId && reader !== event.actorId),
  ];
}

const seeTeam = (slug: string) => ({ label: "See the team", url: at(`/employer/team?company=${slug}`) });
const notMeant = "If this was a mistake, contact an owner of the company.";

/** The mails about a company and its members. The invitation of a member is written by its command, which alone knows the link. */
export const companyMails = {
  "company.verified": async (event) => {
    const facts = await findCompanyFacts(event.companyId);
    if (!facts?.website) return [];
    const by = { email: "an e-mail address at", dns: "a DNS record of" }[event.data.by];
    return toCompany(
      event,
      {
        subject: `${facts.name} is verified`,
        heading: `${facts.name} is verified`,
        paragraphs: [
          `It was verified by ${by} ${domainOf(facts.website)}. Its page and its postings say so.`,
          "The badge belongs to this name and website. If you change one of them, verify the company again.",
        ],
        action: { label: "See your company", url: at(`/employer/company?company=${facts.slug}`) },
      },
      ["owner"],
    );
  },
  "company.closed": async (event) => {
    const facts = await findCompanyFacts(event.companyId);
    if (!facts) return [];
    return toCompany(
      event,
      {
        subject: `${facts.name} is closed on Backplane`,
        heading: `${facts.name} is closed`,
        paragraphs: [
          "An owner closed the company. Its postings are closed, and applicants who wait for an answer get the owner’s message in ten minutes.",
          "You can still read what was sent to you. Nobody can publish for this company any more.",
        ],
        action: { label: "See the postings", url: at(`/employer?company=${facts.slug}`) },
      },
      memberRoles,
    );
  },
  "key.created": async (event) => {
    const key = await findKeyFacts(event.data.keyId);
    if (!key) return [];
    return toCompany(
      event,
      {
        subject: `A key of ${key.companyName} was created`,
        heading: `A key of ${key.companyName} was created`,
        paragraphs: [
          `${key.madeBy} created the key “${key.name}”, which begins with ${key.prefix}. A program that has it can ${scopesInWords(key.scopes)}.`,
          "If you did not expect this, revoke the key.",
        ],
        action: { label: "See the keys", url: at(`/employer/keys?company=${key.companySlug}`) },
      },
      ["owner"],
    );
  },
  "key.revoked": async (event) => {
    const key = await findKeyFacts(event.data.keyId);
    if (!key) return [];
    return toCompany(
      event,
      {
        subject: `A key of ${key.companyName} was revoked`,
        heading: `A key of ${key.companyName} was revoked`,
        paragraphs: [
          `The key “${key.name}”, which begins with ${key.prefix}, no longer works. Programs that use it are refused from now on.`,
        ],
        action: { label: "See the keys", url: at(`/employer/keys?company=${key.companySlug}`) },
      },
      ["owner"],
    );
  },
  "webhook.created": async (event) => {
    const webhook = await findWebhookFacts(event.data.webhookId);
    if (!webhook) return [];
    return toCompany(
      event,
      {
        subject: `A webhook of ${webhook.companyName} was created`,
        heading: `A webhook of ${webhook.companyName} was created`,
        paragraphs: [
          `From now on, ${domainOf(webhook.url)} is told what happens to your postings and applications. It gets no names and no texts.`,
          "If you did not expect this, delete the webhook.",
        ],
        action: { label: "See the webhook", url: at(`/employer/webhooks/${webhook.id}`) },
      },
      ["owner"],
    );
  },
  "webhook.stopped": async (event) => {
    const webhook = await findWebhookFacts(event.data.webhookId);
    if (!webhook) return [];
    return toCompany(
      event,
      {
        subject: `A webhook of ${webhook.companyName} has stopped`,
        heading: `A webhook of ${webhook.companyName} has stopped`,
        paragraphs: [
          `Every request to ${domainOf(webhook.url)} has failed for ${failingDays} days, so we no longer send any.`,
          "Its page shows what came back. When your program works again, start the webhook there.",
        ],
        action: { label: "See the webhook", url: at(`/employer/webhooks/${webhook.id}`) },
      },
      ["owner"],
    );
  },
  "member.invitation_withdrawn": async (event) => {
    const facts = await findMemberInvitationFacts(event.data.invitationId);
    if (!facts) return [];
    return [
      {
        reader: null,
        to: facts.email,
        subject: `${facts.companyName} withdrew its invitation`,
        heading: `${facts.companyName} withdrew its invitation`,
        paragraphs: [
          `You were invited to join ${facts.companyName} on Backplane. The link in that e-mail no longer works.`,
        ],
        reason: "You received this e-mail because a member of this company had entered your address.",
      },
    ];
  },
  "member.joined": (event) =>
    toMemberAndOwners(event, ({ company, slug, who }) => ({
      toMember: {
        subject: `You joined ${company}`,
        heading: `You are now ${roleInWords(event.data.role)} of ${company}`,
        paragraphs: ["You find its postings and applicants under “Postings”."],
        action: { label: "See the postings", url: at("/employer") },
      },
      toOwners: {
        subject: `${who} joined ${company}`,
        heading: `${who} joined ${company}`,
        paragraphs: [`They accepted your invitation and are now ${roleInWords(event.data.role)}.`],
        action: seeTeam(slug),
      },
    })),
  "member.role_changed": (event) =>
    toMemberAndOwners(event, ({ company, slug, who }) => {
      const change = `from ${event.data.from} to ${event.data.role}`;
      return {
        toMember: {
          subject: `Your role at ${company} changed`,
          heading: `You are now ${roleInWords(event.data.role)} of ${company}`,
          paragraphs: [`Your role changed ${change}. You may have to sign in again. ${notMeant}`],
          action: seeTeam(slug),
        },
        toOwners: {
          subject: `The role of ${who} at ${company} changed`,
          heading: `${who} is now ${roleInWords(event.data.role)}`,
          paragraphs: [`Their role at ${company} changed ${change}.`],
          action: seeTeam(slug),
        },
      };
    }),
  "member.removed": (event) =>
    toMemberAndOwners(event, ({ company, slug, who }) => ({
      toMember: {
        subject: `You are no longer a member of ${company}`,
        heading: `You are no longer a member of ${company}`,
        paragraphs: [
          `An owner removed you. You can no longer see its postings and applicants. Your account stays. ${notMeant}`,
        ],
      },
      toOwners: {
        subject: `${who} was removed from ${company}`,
        heading: `${who} was removed from ${company}`,
        paragraphs: ["They can no longer see its postings and applicants."],
        action: seeTeam(slug),
      },
    })),
  "member.left": (event) =>
    toMemberAndOwners(event, ({ company, slug, who }) => ({
      toMember: {
        subject: `You left ${company}`,
        heading: `You are no longer a member of ${company}`,
        paragraphs: [
          "You can no longer see its postings and applicants. To come back, ask an owner to invite you.",
        ],
      },
      toOwners: {
        subject: `${who} left ${company}`,
        heading: `${who} left ${company}`,
        paragraphs: ["They can no longer see its postings and applicants."],
        action: seeTeam(slug),
      },
    })),
  "company.badge_lost": async (event) => {
    const facts = await findCompanyFacts(event.companyId);
    if (!facts) return [];
    return toCompany(
      event,
      {
        subject: `${facts.name} is no longer verified`,
        heading: `${facts.name} lost its verified badge`,
        paragraphs: [
          `The ${event.data.by} of your company changed. The badge was for the old one, so your company and its postings are shown as not verified until we verify the company again.`,
          `To get the badge back, verify the company again: ${at(`/employer/company/verify?company=${facts.slug}`)}`,
          `If you did not make this change, contact us immediately: ${at("/contact")}`,
        ],
        action: { label: "See your company", url: at(`/employer/company?company=${facts.slug}`) },
      },
      ["owner"],
    );
  },
} satisfies Partial<Mails>;
