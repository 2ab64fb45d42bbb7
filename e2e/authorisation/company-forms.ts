import { randomUUID } from "node:crypto";
import { createMemberInvitation, unique } from "@/db/factories";
import { hashCode } from "@/lib/auth/code";
import type { Actor } from "@/lib/auth/input";
import { createKey } from "@/lib/companies/commands/keys";
import { saveLogo } from "@/lib/companies/commands/logo";
import { removeMember } from "@/lib/companies/commands/members";
import { requestDomainCode } from "@/lib/companies/commands/verify";
import { byCandidate, byOnlyOwner, type Form, signedInPeople } from "./form";
import { companyOf, idOf } from "./kept";
import { sql, type World } from "./world";

const onePixel = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

/** The forms of a company and its team. */
export const companyForms: Record<string, Form> = {
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
    isOwn: false,
  },
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
};

/** The team's page with an open invitation on it. */
async function invitationOf({ company }: World): Promise<string> {
  await createMemberInvitation({ companyId: company.id, email: `${unique("colleague")}@example.com` });
  return "/employer/team";
}

const setWebsite = ({ company }: World, domain: string) =>
  sql`update companies set website = ${`https://${domain}`} where id = ${company.id}`;
