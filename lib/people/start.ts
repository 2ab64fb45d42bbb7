import { PeopleKeeper } from "./keeper";
import type { People } from "./people";

/** Shared by all copies of this module that the bundler makes. */
declare global {
  var backplanePeople: PeopleKeeper | undefined;
}

/** Has this process keep the people whom companies may find, from the first question on. Gives the keeper, and what ends it. */
export function startPeople(): { keeper: PeopleKeeper; stop: () => void } {
  const keeper = new PeopleKeeper();
  globalThis.backplanePeople = keeper;
  return {
    keeper,
    stop: () => {
      globalThis.backplanePeople = undefined;
    },
  };
}

/** The people as of this question; null where SQL must answer. */
export const findPeople = async (): Promise<People | null> =>
  (await globalThis.backplanePeople?.current()) ?? null;
