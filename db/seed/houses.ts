import { companySources } from "./companies";
import type { CompanySource, SystemSource } from "./companies/source";
import { chance } from "./random";
import { hybridTexts, onsiteTexts, remoteTexts } from "./texts/places";
import { deployTexts, hiringTexts, onCallTexts, teamTexts } from "./texts/working";

/** What is the same in all of a company's postings: it hires in one way, and its writers have their habits. */
export type House = {
  hiring: (typeof hiringTexts)[number];
  deploys: (typeof deployTexts)[number];
  remote: string[];
  hybrid: string[];
  onsite: string[];
  /** Names of layouts. */
  layouts: string[];
  replyDays: number;
};

/** Who runs a system. */
export type Team = {
  /** Its place among all teams. */
  number: number;
  team: (typeof teamTexts)[number];
  onCall: (typeof onCallTexts)[number];
};

/** How that company works. */
export function houseOf(company: CompanySource): House {
  const by = chance(`house/${company.name}`);
  const at = companySources.indexOf(company);
  return {
    hiring: around(hiringTexts, at),
    deploys: around(deployTexts, at),
    remote: by.some(remoteTexts, 2),
    hybrid: by.some(hybridTexts, 2),
    onsite: by.some(onsiteTexts, 1),
    layouts: by.some(["prose", "headed", "listedWork", "boldLeads", "teamFirst", "questions", "short"], 3),
    replyDays: Number(by.weigh({ 7: 2, 10: 3, 14: 6, 21: 1 })),
  };
}

/** The team behind that system. */
export function teamOf(company: CompanySource, system: SystemSource): Team {
  const before = companySources.slice(0, companySources.indexOf(company));
  const number = before.reduce((sum, { systems }) => sum + systems.length, company.systems.indexOf(system));
  const isQuiet = system.requests === "under-10" || system.requests === "10-100";
  const fitting = onCallTexts.filter((text) => isQuiet || !text.isQuiet);
  return { number, team: around(teamTexts, number), onCall: around(fitting, number) };
}

const around = <T>(list: readonly T[], at: number) => list[at % list.length] as T;
