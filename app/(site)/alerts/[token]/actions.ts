"use server";

import { redirect } from "next/navigation";
import { DomainError } from "@/lib/errors";
import { publicFormAction } from "@/lib/forms/action";
import { answerAlert } from "@/lib/notifications/commands";
import { AnswerByToken } from "@/lib/notifications/input";
import { readRelevanceToken } from "@/lib/notifications/tokens";

export const answerAlertByTokenAction = publicFormAction(AnswerByToken, async ({ token, relevant }) => {
  const meant = readRelevanceToken(token);
  if (!meant) throw new DomainError("not_found", "This link is not valid.");
  await answerAlert(meant, { postingId: meant.postingId, relevant });
  redirect(`/alerts/${token}`);
});
