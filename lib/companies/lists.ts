/** How many people work there. */
export const companySizes = ["1-10", "11-50", "51-200", "201-1000", "1001+"] as const;

/** What a member may be. A reviewer reads and gives opinions; the others also write. */
export const memberRoles = ["owner", "recruiter", "reviewer"] as const;
export type MemberRole = (typeof memberRoles)[number];

/** How a company was shown to be who it says it is. */
export const verifications = ["email", "dns"] as const;
export type Verification = (typeof verifications)[number];

/** What the domain of an e-mail address is to that of a company's website. */
export type DomainRelation = "same" | "under" | "public" | "other" | "none";

/** The parts of a company that its badge belongs to. */
export const identityParts = ["name", "website", "name and website"] as const;
export type IdentityPart = (typeof identityParts)[number];

/** What came of looking for a company's record in the DNS. */
export const domainCheckResults = ["found", "missing", "other", "silent"] as const;
export type DomainCheckResult = (typeof domainCheckResults)[number];

/** What a key of a company may do. */
export const keyScopes = ["postings:read", "postings:write"] as const;
export type KeyScope = (typeof keyScopes)[number];

/** Months after their decision for which a company stores applications: at most, and where it sets nothing. */
export const longestRetention = 24;
export const usualRetention = 12;
