/** How many people work there. */
export const companySizes = ["1-10", "11-50", "51-200", "201-1000", "1001+"] as const;

/** What a member may be. A reviewer reads and gives opinions; the others also write. */
export const memberRoles = ["owner", "recruiter", "reviewer"] as const;
export type MemberRole = (typeof memberRoles)[number];
