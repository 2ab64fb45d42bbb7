import type { Actor } from "@/lib/auth/input";
import { DomainError } from "@/lib/errors";

/** Days between asking for the deletion of an account and the deletion: the time to change one's mind, or to notice a thief. */
export const deletionDays = 7;

/** Throws `conflict` for an admin, of whom one has to stay, or where the deletion was asked for already, `invalid` at `email` unless that is the account's address. */
export function refuseDeletion({ email, deletionAt, isAdmin }: Actor, typed: string) {
  if (isAdmin)
    throw new DomainError(
      "conflict",
      "You are an admin. Ask another admin to take that role from you first.",
    );
  if (deletionAt) throw new DomainError("conflict", "You have already asked us to delete your account.");
  if (typed !== email)
    throw new DomainError("invalid", `Enter the address of this account: ${email}`, "email");
}

/** Throws `conflict` where companies would be left without an owner. */
export function refuseOnlyOwner(owned: readonly { name: string }[]) {
  if (owned.length === 0) return;
  throw new DomainError(
    "conflict",
    `You are the only owner of ${namesOf(owned)}. First make another member an owner, or close the company.`,
  );
}

/** "Tallyhaven and Looplight". */
export const namesOf = (companies: readonly { name: string }[]) =>
  new Intl.ListFormat("en").format(companies.map(({ name }) => name));
