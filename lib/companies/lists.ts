/** How many people work there. */
export const companySizes = ["1-10", "11-50", "51-200", "201-1000", "1001+"] as const;

/** What a member may be. A reviewer reads and gives opinions; the others also write. */
export const memberRoles = ["owner", "recruiter", "reviewer"] as const;
export type MemberRole = (typeof memberRoles)[number];

/** How a company was shown to be who it says it is. */
export const verifications = ["email", "dns"] as const;

/** The parts of a company that its badge belongs to. */
export const identityParts = ["name", "website", "name and website"] as const;
export type IdentityPart = (typeof identityParts)[number];
