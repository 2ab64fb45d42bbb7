/** How many people work there. */
export const companySizes = ["1-10", "11-50", "51-200", "201-1000", "1001+"] as const;
