import { createCompany, createProfile, createUser, type NewProfile, unique } from "@/db/factories";
import type { Actor } from "@/lib/auth/input";

/** A candidate who lets employers find them. */
export async function createCandidate(profile: NewProfile, name = "Kim Candidate"): Promise<Actor> {
  const actor = await createUser({ name });
  await createProfile(actor, { searchable: true, ...profile });
  return actor;
}

export async function createOffice() {
  const owner = await createUser();
  const company = await createCompany({ owner, name: unique("Looplight") });
  return { owner, company };
}
