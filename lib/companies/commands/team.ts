import { and, asc, eq, isNull } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { isMember, isOwner } from "@/db/membership";
import { users } from "@/db/schema/auth";
import { companies, members } from "@/db/schema/companies";
import type { Actor } from "@/lib/auth/input";
import { DomainError } from "@/lib/errors";
import { listOnlyOwned } from "../queries";
import { mostMembers, type Team } from "../rules";

/**
 * A company of the actor with its team, which nobody else changes until the transaction ends, and the actor's role in it. Throws `not_found`
 * for who is no member.
 */
export async function lockTeam(tx: Transaction, actor: Pick<Actor, "userId">, companyId: string) {
  const company = await lockCompany(tx, companyId, isMember(actor, companies.id));
  const me = company?.team.find(({ userId }) => userId === actor.userId);
  if (!company || !me) throw new DomainError("not_found", "We cannot find this company.");
  return { ...company, role: me.role };
}

/** Any company with its team, locked likewise; null where there is none that meets `condition`. */
export async function lockCompany(tx: Transaction, companyId: string, condition?: ReturnType<typeof eq>) {
  const [company] = await tx
    .select({
      id: companies.id,
      slug: companies.slug,
      name: companies.name,
      closedAt: companies.closedAt,
      suspendedAt: companies.suspendedAt,
    })
    .from(companies)
    .where(and(eq(companies.id, companyId), condition))
    .for("no key update");
  if (!company) return null;
  // Read once the lock is held: whoever held it before may have changed the team.
  const team: Team = await tx
    .select({ userId: members.userId, email: users.email, role: members.role })
    .from(members)
    .innerJoin(users, eq(users.id, members.userId))
    .where(eq(members.companyId, companyId))
    .limit(mostMembers);
  return { ...company, team };
}

/** The member of a team with that id. Throws `not_found`. */
export function memberOf(team: Team, userId: string): Team[number] {
  const found = team.find((one) => one.userId === userId);
  if (!found) throw new DomainError("not_found", "This person is not a member of the company any more.");
  return found;
}

/** The open companies that the user alone owns. The teams of all that they own stay as they are until the transaction ends. */
export async function lockOnlyOwned(tx: Transaction, user: Pick<Actor, "userId">) {
  await tx
    .select({ id: companies.id })
    .from(companies)
    .where(and(isOwner(user, companies.id), isNull(companies.closedAt)))
    .orderBy(asc(companies.id))
    .for("no key update");
  return listOnlyOwned(user, tx);
}
