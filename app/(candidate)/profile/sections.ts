import type { ProfileSection } from "@/lib/profiles/lists";

/** What the sections of a profile are called. */
export const sectionTitles: Record<ProfileSection, string> = {
  wants: "What you want",
  skills: "Skills",
  you: "About you",
  responsibilities: "Responsibilities",
  finding: "Who can find you",
};

/** What stands in a section that says nothing yet. */
export const emptySections: Record<ProfileSection, string> = {
  wants: "Say what pay, places and hours you want, and your matches begin with what you can take.",
  skills: "Name what you have worked with. Postings are compared with it line by line.",
  you: "Say how many years you have worked, and which degree you have, if any.",
  responsibilities: "Say which of the 25 responsibilities of backend work you have had.",
  finding: "",
};

/** The id of a section's form, and its name. */
export const sectionFormId = (section: ProfileSection) => `profile-${section}`;
