import { createAlert, createPosting } from "@/db/factories";
import { hidePosting } from "@/lib/profiles/commands/hidden";
import { saveForLater, stopReminders } from "@/lib/saved/commands/postings";
import { saveSearch } from "@/lib/saved/commands/searches";
import { byCandidate, candidateOf, type Form } from "./form";
import { remindersOf, savedOf } from "./kept";
import type { World } from "./world";

/** The forms of what somebody saves and hides. */
export const savedForms: Record<string, Form | Form[]> = {
  saveSearchAction: {
    ...byCandidate,
    path: () => "/jobs?skill=go",
    button: "Save this search",
    kept: savedOf,
  },
  changeSearchAction: {
    ...byCandidate,
    path: savedSearchOf,
    typed: { name: "Renamed by somebody" },
    button: "Save",
    kept: savedOf,
  },
  deleteSearchAction: { ...byCandidate, path: savedSearchOf, button: "Delete Ledgers", kept: savedOf },
  seeSearchAction: {
    ...byCandidate,
    path: async (world) => {
      const at = await savedSearchOf(world);
      await createPosting({ companyId: world.company.id, workplace: "onsite" });
      return at;
    },
    button: "Show 1 new of Ledgers",
    kept: savedOf,
  },
  markPostingAction: [
    {
      ...byCandidate,
      path: ({ live }) => `/jobs/${live.slug}`,
      button: "Hide this posting",
      kept: savedOf,
    },
    {
      ...byCandidate,
      path: async (world) => {
        await hidePosting(candidateOf(world), { postingId: world.live.id });
        return "/saved";
      },
      button: /^Show again/,
      kept: savedOf,
    },
    {
      ...byCandidate,
      path: ({ live }) => `/jobs/${live.slug}`,
      button: "Save this posting",
      kept: savedOf,
    },
    { ...byCandidate, path: listOfCompany, button: /^Save (?!this)/, kept: savedOf },
    { ...byCandidate, path: listOfCompany, button: /^Hide /, kept: savedOf },
    { ...byCandidate, path: savedPostingOf, button: /^Remove /, kept: savedOf },
    {
      ...byCandidate,
      path: async (world) => {
        await savedPostingOf(world);
        return `/jobs/${world.live.slug}`;
      },
      button: "Save this posting",
      kept: savedOf,
    },
  ],
  noteSavedAction: {
    ...byCandidate,
    path: savedPostingOf,
    typed: { note: "Written by somebody" },
    button: "Save note",
    kept: savedOf,
  },
  stopRemindersAction: { ...byCandidate, path: savedPostingOf, button: "Stop reminders", kept: remindersOf },
  resumeRemindersAction: {
    ...byCandidate,
    path: async (world) => {
      await stopReminders(candidateOf(world));
      return savedPostingOf(world);
    },
    button: "Remind me",
    kept: remindersOf,
  },
  answerAlertAction: {
    ...byCandidate,
    path: async (world) => {
      await createAlert({ actor: candidateOf(world), postingId: world.live.id });
      return "/saved";
    },
    button: /^Relevant/,
    kept: savedOf,
  },
};

/** The list with one saved search in it, of a kind that nothing is live of. It sends no mail, which would move its marks. */
async function savedSearchOf(world: World): Promise<string> {
  const criteria = `company=${world.company.slug}&workplace=onsite`;
  await saveSearch(candidateOf(world), { criteria, name: "Ledgers", frequency: "never" });
  return "/saved";
}

function listOfCompany({ company }: World): string {
  return `/jobs?company=${company.slug}`;
}

/** The list with the live posting in it. */
async function savedPostingOf(world: World): Promise<string> {
  await saveForLater(candidateOf(world), { postingId: world.live.id });
  return "/saved";
}
