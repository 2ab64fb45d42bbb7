import { randomUUID } from "node:crypto";
import { createCompany, createUser, someDescription } from "@/db/factories";
import { createKey } from "@/lib/companies/commands/keys";
import { keyScopes } from "@/lib/companies/lists";

/** What a program sends to post, complete. */
export const postingBody = {
  title: "Ledger Developer",
  description: someDescription,
  skills: [{ slug: "go", minYears: 3 }],
  salary: { min: 60_000, max: 80_000, currency: "EUR" },
  workplace: "remote",
  hiringCountries: ["DE"],
  employment: "full-time",
};

/** A company with a key that may do everything, and a posting to send with it. */
export async function createKeyedCompany() {
  const owner = await createUser();
  const company = await createCompany({ owner });
  const input = { companyId: company.id, id: randomUUID(), name: "ATS", scopes: [...keyScopes] };
  const { secret } = await createKey(owner, input);
  return { owner, company, secret, body: postingBody };
}
