import { createAdmin, createCompany, createFrozenPosting, createPosting, unique } from "@/db/factories";
import { grantAdminTo, suspendUser } from "@/lib/auth/admin/commands";
import { hashCode } from "@/lib/auth/code";
import type { Admin } from "@/lib/auth/input";
import { suspendCompany } from "@/lib/companies/commands/suspend";
import { takeOver } from "@/lib/moderation/commands/claim";
import { freezePosting } from "@/lib/moderation/commands/decide";
import type { Form } from "./form";
import {
  appealsOf,
  claimsOf,
  companyOf,
  foundAccountOf,
  importsOf,
  unclaimedCompanyOf,
  unclaimedSlug,
} from "./kept";
import { sql, type World } from "./world";

const byAdmin = { may: ["admin"], by: "admin", kept: companyOf } as const;
/** Whoever is signed in may claim a company that nobody has claimed, with a proof. */
const bySignedIn = {
  may: ["candidate", "applicant", "stranger", "reviewer", "recruiter", "owner", "admin"],
  by: "candidate",
  kept: unclaimedCompanyOf,
} as const;
const adminOf = ({ actors }: World) => actors.admin as Admin;
const review = ({ inReview }: World) => `/admin/postings/${inReview.id}`;
/** The address of a company that the one of the world is merged into. */
const intoOf = ({ company }: World) => `${company.slug}-again`;
const accountPage = ({ found }: World) => `/admin/users/${found.userId}`;
const published = ({ live }: World) => `/admin/postings/${live.id}`;

/** The forms of the desk. */
export const deskActions: Record<string, Form> = {
  reviewNextAction: { ...byAdmin, path: () => "/admin", button: "Review next", kept: claimsOf },
  takeOverAction: {
    ...byAdmin,
    path: async (world) => {
      await claimOfOther(world);
      return review(world);
    },
    button: "Take the review over",
    kept: claimsOf,
  },
  approvePostingAction: { ...byAdmin, path: review, button: "Approve and publish" },
  sendPostingBackAction: {
    ...byAdmin,
    path: review,
    typed: { "reasons[0].field": "title", "reasons[0].message": "Say which ledger." },
    button: "Send back with reasons",
  },
  freezePostingAction: {
    ...byAdmin,
    path: published,
    typed: { reason: "We are asking the company." },
    button: "Freeze posting",
  },
  clearPostingAction: {
    ...byAdmin,
    path: async (world) => {
      await freezePosting(adminOf(world), { id: world.live.id, reason: "We are asking them." });
      return published(world);
    },
    button: "Nothing is wrong with it",
  },
  removePostingAction: {
    ...byAdmin,
    path: published,
    typed: { about: "payment", reason: "It asks for money in advance." },
    button: "Remove posting",
  },
  appealDecisionAction: {
    may: ["recruiter", "owner"],
    by: "owner",
    path: async ({ company }) =>
      `/employer/postings/${(await createFrozenPosting({ companyId: company.id })).id}/appeal`,
    typed: { words: "The role is real." },
    button: "Send appeal",
    kept: appealsOf,
  },
  decideAppealAction: {
    ...byAdmin,
    path: ({ frozen }) => `/admin/appeals/${frozen.appealId}`,
    typed: { outcome: "reversed", reasons: "We spoke with the company." },
    button: "Decide the appeal",
    kept: appealsOf,
  },
  suspendCompanyAction: {
    ...byAdmin,
    path: ({ company }) => `/admin/companies/${company.slug}`,
    typed: { reason: "It pretends to be another company." },
    button: "Suspend the company",
  },
  unsuspendCompanyAction: {
    ...byAdmin,
    path: async (world) => {
      const reason = "It pretends to be another company.";
      await suspendCompany(adminOf(world), { companyId: world.company.id, reason });
      return `/admin/companies/${world.company.slug}`;
    },
    button: "Lift the suspension",
  },
  mergeCompanyAction: {
    ...byAdmin,
    path: async (world) => {
      await createCompany({ slug: intoOf(world) });
      return `/admin/companies/${world.company.slug}`;
    },
    typed: (world) => ({ into: intoOf(world) }),
    button: "Merge the companies",
  },
  claimByEmailAction: {
    ...bySignedIn,
    path: (world) => unclaimedOf(world, "example.com"),
    button: "Claim by this address",
  },
  requestClaimCodeAction: {
    ...bySignedIn,
    path: (world) => unclaimedOf(world, "tallyhaven.example"),
    typed: { mailbox: "jobs" },
    button: "Send a code",
  },
  redeemClaimCodeAction: {
    ...bySignedIn,
    path: async (world) => {
      const path = await unclaimedOf(world, "tallyhaven.example");
      await sql`
        insert into domain_codes (company_id, email, code_hash, expires_at)
        select id, 'jobs@tallyhaven.example', ${hashCode("ABCDEFGH", "jobs@tallyhaven.example")}, now() + interval '1 hour'
        from companies where slug = ${unclaimedSlug(world)}`;
      return `${path}?done=sent`;
    },
    typed: { code: "ABCD EFGH" },
    button: "Claim with this code",
  },
  suspendUserAction: {
    ...byAdmin,
    path: accountPage,
    typed: { reason: "This person insults others." },
    button: "Suspend the account",
    kept: foundAccountOf,
  },
  unsuspendUserAction: {
    ...byAdmin,
    path: async (world) => {
      await suspendUser(adminOf(world), { id: world.found.userId, reason: "This person insults others." });
      return accountPage(world);
    },
    button: "Lift the suspension",
    kept: foundAccountOf,
  },
  grantAdminToAction: {
    ...byAdmin,
    path: accountPage,
    button: "Make this person an admin",
    kept: foundAccountOf,
  },
  revokeAdminAction: {
    ...byAdmin,
    path: async (world) => {
      await grantAdminTo(adminOf(world), { id: world.found.userId });
      return accountPage(world);
    },
    button: "Take the role of an admin",
    kept: foundAccountOf,
  },
  completeImportAction: {
    ...byAdmin,
    path: async (world) => `/admin/postings/${await incompleteImport(world)}`,
    typed: { salaryMin: "60k", salaryMax: "80k", salaryCurrency: "EUR" },
    button: "Save and put in review",
    kept: importsOf,
  },
  discardImportsAction: {
    ...byAdmin,
    path: async (world) => `/admin/postings/${await incompleteImport(world)}`,
    button: "Discard this import",
    kept: importsOf,
  },
};

/** An import of a company without members that states no pay; its id. */
async function incompleteImport({ secret }: World): Promise<string> {
  const { id: companyId } = await createCompany();
  const origin = {
    source: `json:${secret}`,
    externalId: unique("import"),
    externalUrl: "https://example.com",
  };
  return (await createPosting({ companyId, state: "draft", salary: null, origin })).id;
}

/** The page that claims a public company without members, whose website is at that domain. */
async function unclaimedOf(world: World, domain: string): Promise<string> {
  const slug = unclaimedSlug(world);
  const { id: companyId } = await createCompany({ slug, website: `https://${domain}` });
  await createPosting({ companyId });
  return `/companies/${slug}/claim`;
}

/** Another admin reviews the posting that waits. */
const claimOfOther = async ({ inReview }: World) =>
  takeOver(await createAdmin(), { kind: "posting", id: inReview.id });
