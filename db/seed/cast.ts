import { type MemberRole, memberRoles } from "@/lib/companies/lists";
import { daysBefore } from "@/lib/days";
import { slugOf } from "@/lib/slug";
import { companySources } from "./companies";
import type { CompanySource } from "./companies/source";
import { type CandidateSource, candidateSources, memberNames } from "./people";
import { companyId } from "./positions";
import { chance, idFor } from "./random";

export type Person = { userId: string; email: string; name: string; isAdmin: boolean; createdAt: Date };
export type Staff = Person & { companyId: string; role: MemberRole };
export type CandidatePerson = Person & { source: CandidateSource };

/** Everybody of the demonstration. */
export type Cast = {
  admin: Person;
  /** Who signs in as candidate@example.com. */
  candidate: Person;
  candidates: CandidatePerson[];
  staff: Staff[];
  staffOf(company: CompanySource): Staff[];
};

export const demoEmails = {
  admin: "admin@example.com",
  candidate: "candidate@example.com",
  employer: "employer@example.com",
};

/** The people, as of `now`. `known` holds the ids of those who are in the database already, by address. */
export function castOf(now: Date, known: ReadonlyMap<string, string>): Cast {
  const person = (email: string, name: string, isAdmin = false): Person => ({
    userId: known.get(email) ?? idFor(`user/${email}`),
    email,
    name,
    isAdmin,
    createdAt: daysBefore(now, 100 + chance(`user/${email}`).next() * 200),
  });
  const staff = companySources.flatMap((company) =>
    (memberNames[company.name] ?? []).map((name, at) => ({
      ...person(addressOf(company, name, at), name),
      companyId: companyId(company),
      role: memberRoles[at] as MemberRole,
    })),
  );
  return {
    admin: person(demoEmails.admin, "Ada Marchetti", true),
    candidate: person(demoEmails.candidate, "Lena Hoffmann"),
    candidates: candidateSources.map((source) => ({
      ...person(`${mailName(source.name)}@example.org`, source.name),
      source,
    })),
    staff,
    staffOf: (company) => staff.filter((one) => one.companyId === companyId(company)),
  };
}

/** The first company's owner is the demonstration's employer. */
const addressOf = (company: CompanySource, name: string, at: number) =>
  company === companySources[0] && at === 0
    ? demoEmails.employer
    : `${mailName(name)}@${slugOf(company.name)}.example`;

const mailName = (name: string) => slugOf(name).replaceAll("-", ".");
