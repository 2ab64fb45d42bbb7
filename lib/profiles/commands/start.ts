import { db } from "@/db/client";
import type { Actor } from "@/lib/auth/input";
import { findName } from "@/lib/auth/queries";
import { DomainError } from "@/lib/errors";
import { countryName } from "@/lib/taxonomy/countries";
import { ProfileForm } from "../input/profile";
import { findProfile } from "../queries/profile";
import { readStart, type Start } from "../start";
import { saveProfile } from "./profile";

/**
 * Saves what somebody said of themselves in an address as their profile. Throws `conflict` where the profile names skills already, and as
 * `saveProfile` does.
 */
export async function startProfile(actor: Actor, start: Start) {
  const [name, profile] = await Promise.all([findName(db(), actor), findProfile(actor)]);
  if (profile && profile.skills.length + profile.no.skills.length > 0)
    throw new DomainError("conflict", "Your profile has skills already. Change them in your profile.");
  const { have, salary, countries } = readStart(start);
  const form = ProfileForm.parse({
    ...(name && { name }),
    headline: profile?.headline,
    years: have.years ?? undefined,
    degreeLevel: have.degree ?? undefined,
    ...(salary && { wantedMin: String(salary.min), wantedCurrency: salary.currency }),
    workplaces: profile?.workplaces,
    employment: profile?.employment,
    bands: profile?.bands,
    countries: countries.map(countryName).join(", "),
    timezone: profile?.timezone,
    overlapHours: profile?.overlapHours,
    searchable: profile?.searchable,
    skills: have.skills.map(({ label, years }) => ({ name: label, years: years ?? undefined })),
  });
  await saveProfile(actor, form);
}
