import { inLongTransaction, type Transaction } from "@/db/client";
import { applicationIdsOf, eventsNaming, holdings, type Person } from "@/db/personal";
import { tellOfErasure } from "@/lib/applications/commands/erase";
import { lockDueDeletion, scheduleDeletion } from "@/lib/auth/account/commands";
import { listDueDeletions } from "@/lib/auth/queries";
import { deleteMailJobs } from "@/lib/background/commands";
import { lockOnlyOwned } from "@/lib/companies/commands/team";
import { deleteFromMailbox, sendMail } from "@/lib/email/commands";
import { settings } from "@/lib/env";
import { record } from "@/lib/events/commands";
import { deleteNotifications } from "@/lib/notifications/commands";
import { namesOf } from "../rules";

/** The worker's task: deletes the accounts whose day has come, each in a transaction of its own. One that fails does not hold up the others. */
export async function deleteAccounts() {
  const failures: unknown[] = [];
  for (const userId of await listDueDeletions())
    await inLongTransaction((tx) => deleteIfDue(tx, userId)).catch((error) => failures.push(error));
  if (failures.length > 0) throw failures[0];
}

async function deleteIfDue(tx: Transaction, userId: string) {
  const person = await lockDueDeletion(tx, userId);
  if (!person) return;
  const owned = await lockOnlyOwned(tx, person);
  await (owned.length > 0 ? stopDeletion(tx, person, owned) : deleteAccount(tx, person));
}

/** Deletes everything that `db/personal.ts` names, and what others were or will be told of the person. */
async function deleteAccount(tx: Transaction, person: Person) {
  const { userId } = person;
  await tellOfErasure(tx, person);
  const events = eventsNaming(person);
  await deleteMailJobs(tx, { to: person.email, events, words: applicationIdsOf(person) });
  await deleteFromMailbox(tx, events);
  await deleteNotifications(tx, events);
  for (const { table, rows } of holdings) await tx.delete(table).where(rows(person));
  await record(tx, { type: "user.deleted", actorId: userId });
}

/** Since they asked, they became the only owner of a company: it would be left to nobody. */
async function stopDeletion(tx: Transaction, person: Person, owned: readonly { name: string }[]) {
  const names = namesOf(owned);
  await scheduleDeletion(tx, person, null);
  await record(tx, { type: "user.deletion_stopped", actorId: person.userId });
  await sendMail(tx, {
    key: `deletion-stopped-${person.userId}-${tx.now.getTime()}`,
    to: person.email,
    subject: "Your account was not deleted",
    heading: "Your account was not deleted",
    paragraphs: [
      `You asked us to delete your account, but you are now the only owner of ${names}. Make another member an owner, or close the company. Then ask us again.`,
    ],
    action: { label: "Open your data", url: `${settings().APP_URL}/settings/data` },
    reason: "You received this e-mail because the deletion of your account was asked for on Backplane.",
  });
}
