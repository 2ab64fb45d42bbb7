import { findOwnInvitation } from "@/lib/invitations/queries";
import { findOwnPosting } from "@/lib/postings/queries/own";
import { hasReminders } from "@/lib/saved/queries/postings";
import { findSearchOfToken } from "@/lib/saved/queries/searches";
import type { MailKind } from "../lists";
import {
  readConfirmToken,
  readDeclineToken,
  readMailsToken,
  readRemindersToken,
  readStopToken,
} from "../tokens";

import { findMailTimes } from "./news";

/** The mails that the link in one of them stops, and whether they are sent now; null for a link that is not ours. */
export async function findStoppable(
  token: string,
): Promise<
  | { of: "alerts"; name: string | null; isOn: boolean }
  | { of: "reminders"; isOn: boolean }
  | { of: "mails"; kind: MailKind; isOn: boolean }
  | null
> {
  const search = readStopToken(token);
  if (search) {
    const found = await findSearchOfToken(search.savedSearchId);
    return { of: "alerts", name: found?.name ?? null, isOn: Boolean(found && found.frequency !== "never") };
  }
  const reader = readRemindersToken(token);
  if (reader) return { of: "reminders", isOn: await hasReminders(reader) };
  const mails = readMailsToken(token);
  if (!mails) return null;
  const { kind } = mails;
  return { of: "mails", kind, isOn: (await findMailTimes(mails)).get(kind) !== "never" };
}

/** The posting that the link in a mail confirms, as the member whom the mail was to sees it now; null for a link that is not ours or no longer theirs. */
export async function findToConfirm(token: string) {
  const meant = readConfirmToken(token);
  return meant && findOwnPosting(meant, meant.postingId);
}

/** The invitation that the link in its mail declines, as the candidate has it now; null for a link that is not ours, and where it is gone. */
export async function findToDecline(token: string) {
  const meant = readDeclineToken(token);
  return meant && findOwnInvitation(meant, meant.invitationId);
}
