import type { Band, Employment } from "@/lib/taxonomy/terms";
import type { Chance } from "./random";
import { stacks } from "./stacks";
import { lower } from "./words";

export type Titled = { stack: string; team: string; band: Band | null; employment: Employment };

/** A title that fits the band, as "Senior Go Developer (routing)"; one that its company does not have yet, if there is one. */
export function titleOf(titled: Titled, taken: Set<string>, by: Chance): string {
  let title = "";
  for (let i = 0; i < 40; i++) {
    title = draw(titled, by);
    if (!taken.has(title)) break;
  }
  taken.add(title);
  return title;
}

const ranks: Record<Band, string[]> = {
  entry: ["Junior", "Junior", "Graduate", "Junior"],
  mid: [""],
  senior: ["Senior", "Senior", "Senior", "Lead", "Staff"],
  principal: ["Principal", "Principal", "Distinguished"],
};

const roles: Record<string, string[]> = {
  platform: [
    "Platform Engineer",
    "Infrastructure Engineer",
    "Site Reliability Engineer",
    "Platform Engineer, Backend",
  ],
  data: ["Data Engineer", "Data Platform Engineer", "Backend Engineer, Data", "Python Data Engineer"],
  cobol: ["COBOL Developer", "Mainframe Developer", "COBOL Engineer", "Core Systems Developer"],
};

function draw({ stack, team, band, employment }: Titled, by: Chance): string {
  const technology = by.pick(stacks[stack]?.titles as string[]);
  if (employment === "internship")
    return by.pick([
      `Backend Engineering Intern, ${team}`,
      `${technology} Intern (${lower(team)})`,
      `Software Engineering Intern, ${team}`,
      `Intern, ${team} (${technology})`,
    ]);
  const role = by.pick(
    roles[stack] ?? [
      "Backend Engineer",
      "Backend Engineer",
      "Backend Developer",
      "Software Engineer",
      `${technology} Developer`,
      `${technology} Developer`,
      `${technology} Engineer`,
      `${technology} Backend Developer`,
      `Backend Engineer (${technology})`,
    ],
  );
  const ranked = `${band ? by.pick(ranks[band]) : ""} ${role}`.trim();
  const isLoaded = /[(,]/.test(ranked);
  const whole = isLoaded || by.often(0.7) ? `${ranked}, ${team}` : `${ranked} (${lower(team)})`;
  if (employment === "part-time" && !whole.includes("(") && by.often(0.6)) return `${whole} (part-time)`;
  if (employment === "contract" && !whole.includes("(") && by.often(0.6)) return `${whole} (contract)`;
  return whole;
}
