import { z } from "zod";
import { Email, SuspendReason } from "@/lib/auth/input";
import { line, paragraphs } from "@/lib/forms/fields";
import { slugShape } from "@/lib/slug";
import { WebAddress } from "@/lib/web-address";
import { companySizes, keyScopes, longestRetention, memberRoles, usualRetention } from "./lists";

const mostInStack = 20;

const retentionWords = `Enter a number of months from 1 to ${longestRetention}.`;

export const CompanyForm = z.strictObject({
  name: line(100, "Enter the company's name.").min(2, "Enter the company's name."),
  website: WebAddress.optional(),
  description: paragraphs(4000).default(""),
  working: paragraphs(4000).default(""),
  benefits: paragraphs(4000).default(""),
  stack: z
    .string()
    .max(1000, "At most 1,000 characters.")
    .default("")
    .transform((text) => [...new Set(text.split(/[,;\n]/).map((name) => name.trim()))].filter(Boolean))
    .pipe(z.array(z.string()).max(mostInStack, `List at most ${mostInStack} technologies.`)),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, "Choose a country.")
    .optional(),
  size: z.enum(companySizes).optional(),
  retentionMonths: z.coerce
    .number(retentionWords)
    .int(retentionWords)
    .min(1, retentionWords)
    .max(longestRetention, retentionWords)
    .default(usualRetention),
});
export type CompanyForm = z.output<typeof CompanyForm>;

const Role = z.enum(memberRoles, "Choose a role.");
const ids = { companyId: z.uuid() };

export const InviteMember = z.strictObject({ ...ids, email: Email, role: Role });
export type InviteMember = z.output<typeof InviteMember>;

export const OneMemberInvitation = z.strictObject({ ...ids, id: z.uuid() });
export type OneMemberInvitation = z.output<typeof OneMemberInvitation>;

export const AcceptMemberInvitation = z.strictObject({ token: z.string().max(100) });
export type AcceptMemberInvitation = z.output<typeof AcceptMemberInvitation>;

export const ChangeRole = z.strictObject({ ...ids, userId: z.uuid(), role: Role });
export type ChangeRole = z.output<typeof ChangeRole>;

export const OneMember = z.strictObject({ ...ids, userId: z.uuid() });
export type OneMember = z.output<typeof OneMember>;

export const RequestDomainCode = z.strictObject({
  ...ids,
  mailbox: z
    .string({ error: "Enter the part of the address before the @." })
    .trim()
    .toLowerCase()
    .regex(/^[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}$/, "Enter only the part of the address before the @."),
});
export type RequestDomainCode = z.output<typeof RequestDomainCode>;

export const RedeemDomainCode = z.strictObject({
  ...ids,
  code: z.string({ error: "Enter the code from the e-mail." }).max(40, "A code has 8 characters."),
});
export type RedeemDomainCode = z.output<typeof RedeemDomainCode>;

export const OneCompany = z.strictObject(ids);
export type OneCompany = z.output<typeof OneCompany>;

export const SuspendCompany = z.strictObject({ ...ids, reason: SuspendReason });
export type SuspendCompany = z.output<typeof SuspendCompany>;

/** A change of a company as the admin read it. */
const change = { ...ids, edited: z.iso.datetime().optional() };

export const ApproveChange = z.strictObject(change);
export type ApproveChange = z.output<typeof ApproveChange>;

export const DecideChange = z.strictObject({ ...change, reason: SuspendReason });
export type DecideChange = z.output<typeof DecideChange>;

export const MergeCompany = z.strictObject({
  ...ids,
  /** The address of the other company, whole or the end of it. */
  into: z
    .string({ error: "Enter the address of the other company." })
    .trim()
    .max(500)
    .transform((text) => text.split(/[/?#]/).filter(Boolean).at(-1)?.toLowerCase() ?? "")
    .pipe(z.string().regex(slugShape, "Enter the address of the other company, such as tallyhaven.")),
});
export type MergeCompany = z.output<typeof MergeCompany>;

export const CreateKey = z.strictObject({
  ...ids,
  /** From the page, so that sending the form twice makes one key. */
  id: z.uuid(),
  name: line(60, "Enter what the key is for.").min(1, "Enter what the key is for."),
  scopes: z
    .array(z.enum(keyScopes, "Choose what the key may do."))
    .min(1, "Choose what the key may do.")
    .max(keyScopes.length),
});
export type CreateKey = z.output<typeof CreateKey>;

export const OneKey = z.strictObject({ ...ids, id: z.uuid() });
export type OneKey = z.output<typeof OneKey>;

const mostLogoBytes = 1024 * 1024;

export const SaveLogo = z.strictObject({
  ...ids,
  file: z.file("Choose a picture.").max(mostLogoBytes, "This picture is larger than 1 MB. Save it smaller."),
});
export type SaveLogo = z.output<typeof SaveLogo>;
