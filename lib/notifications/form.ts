import type { FormValues } from "@/lib/forms/state";
import { type MailKind, type MailTime, mailKinds } from "./lists";

/** When mails of each kind come, as the settings show it. */
export const mailForm = (times: ReadonlyMap<MailKind, MailTime>): FormValues =>
  Object.fromEntries(mailKinds.map((kind) => [kind, times.get(kind) ?? "now"]));
