import { type KeyScope, keyScopes, type MemberRole } from "./lists";

/** What each role is called, and what it may do: the end of a sentence that begins with "You can". */
export const roleWords: Record<MemberRole, { label: string; may: string }> = {
  owner: {
    label: "Owner",
    may: "do everything, also manage members and keys, verify the company, edit its page and close it",
  },
  recruiter: { label: "Recruiter", may: "write postings, and read, answer and invite candidates" },
  reviewer: {
    label: "Reviewer",
    may: "read postings and applicants, without contact details, but change nothing",
  },
};

/** "an owner", "a recruiter". */
export const roleInWords = (role: MemberRole) => `${role === "owner" ? "an" : "a"} ${role}`;

/** What each scope of a key lets a program do; completes "A program that has it can …". */
export const scopeWords: Record<KeyScope, string> = {
  "postings:read": "read where the postings that it sent stand",
  "postings:write": "publish, change and close postings",
};

/** "read where the postings that it sent stand, and publish, change and close postings". */
export const scopesInWords = (scopes: readonly KeyScope[]) =>
  keyScopes
    .filter((scope) => scopes.includes(scope))
    .map((scope) => scopeWords[scope])
    .join(", and ");
