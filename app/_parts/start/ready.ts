import { type ReadyProfile, readMatchProfile } from "@/lib/matching/queries/profile";
import { isSilent } from "@/lib/matching/rules/facts";
import { readStart, type Start } from "@/lib/profiles/start";

/** What somebody says of themselves in an address as a profile to match, or null where it says nothing; with what was not understood, in sentences. */
export async function readyStart(start: Start): Promise<{ profile: ReadyProfile | null; faults: string[] }> {
  if (Object.values(start).every((said) => said === "")) return { profile: null, faults: [] };
  const { have, salary, countries, faults } = readStart(start);
  const { ready, faults: unfit } = await readMatchProfile({
    years: have.years,
    degree: have.degree && { level: have.degree },
    skills: have.skills.map(({ slug, years }) => ({ slug, years })),
    salary,
    countries,
  });
  return {
    profile: isSilent(ready.facts) ? null : ready,
    faults: [...faults, ...unfit.map(({ message }) => message)],
  };
}
