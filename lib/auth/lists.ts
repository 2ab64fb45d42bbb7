/** The services that one may sign in with, where they are configured. */
export const providerIds = ["github", "google", "linkedin"] as const;
export type ProviderId = (typeof providerIds)[number];

/** The forms for everyone that have a field for robots alone. */
export const trappedForms = ["sign-in", "report"] as const;
export type TrappedForm = (typeof trappedForms)[number];

/** What each service is called. */
export const providerNames: Record<ProviderId, string> = {
  github: "GitHub",
  google: "Google",
  linkedin: "LinkedIn",
};
