"use server";

import { refresh } from "next/cache";
import { RedirectType, redirect } from "next/navigation";
import { backIfLate } from "@/app/_parts/interviews/late";
import { stayAt } from "@/app/_parts/stay";
import { checkApplication, findSame, submitApplication } from "@/lib/applications/commands/apply";
import { deleteDraft, saveDraft } from "@/lib/applications/commands/drafts";
import { writeToCompany } from "@/lib/applications/commands/messages";
import { attachResume, detachResume } from "@/lib/applications/commands/resume";
import { seeApplication } from "@/lib/applications/commands/see";
import { restoreApplication, withdrawApplication } from "@/lib/applications/commands/withdraw";
import {
  ApplyForm,
  OwnApplication,
  OwnDraft,
  SendMessage,
  WithdrawApplication,
} from "@/lib/applications/input";
import { asRefusal } from "@/lib/errors";
import { asDeed, formAction } from "@/lib/forms/action";
import { countSeconds } from "@/lib/forms/limits";
import { answerInterview } from "@/lib/interviews/commands/answer";
import { AnswerInterview } from "@/lib/interviews/input";
import { declineInvitation } from "@/lib/invitations/commands";
import { OwnInvitation } from "@/lib/invitations/input";
import { arrivingFrom } from "@/lib/postings/arrival";
import { longestReading } from "@/lib/profiles/resume/extract";

export const submitApplicationAction = formAction(
  ApplyForm,
  async ({ intent, slug, file, ...input }, actor, version) => {
    const at = `/jobs/${encodeURIComponent(slug)}/apply`;
    const arriving = (path: string) => arrivingFrom(path, input.arrival ?? "direct");
    // The file that was sent with an application cannot be attached again: a form that is sent again ends here.
    const sent = intent === "submit" ? await findSame(actor, input, file) : null;
    if (sent) redirect(`/applications/${sent.id}?sent=1`);
    try {
      if (file) {
        // Kept whatever is wrong with the rest: no browser fills a file in again.
        await countSeconds("resumeSeconds", actor.userId, longestReading, () =>
          attachResume(actor, input, file),
        );
        refresh();
      }
      if (intent === "detach") await detachResume(actor, input);
      if (intent === "submit") {
        const { id } = await asDeed("application", actor, () => submitApplication(actor, input));
        redirect(`/applications/${id}?sent=1`);
      }
      if (intent === "preview") await checkApplication(input);
      const saved = await saveDraft(actor, input, version);
      if (intent === "autosave") return saved;
      redirect(arriving(intent === "preview" ? `${at}/preview` : `${at}?done=saved`), RedirectType.replace);
    } catch (error) {
      // The page may show questions that have changed meanwhile.
      if (intent !== "autosave" && asRefusal(error)?.code === "conflict") refresh();
      throw error;
    }
  },
);

export const deleteDraftAction = formAction(OwnDraft, async (input, actor) => {
  await deleteDraft(actor, input);
  redirect("/applications?deleted=1");
});

export const withdrawApplicationAction = formAction(WithdrawApplication, async (input, actor) => {
  await withdrawApplication(actor, input);
  redirect(`/applications/${input.id}?done=withdrawn`);
});

export const restoreApplicationAction = formAction(OwnApplication, async (input, actor) => {
  await restoreApplication(actor, input);
  redirect(`/applications/${input.id}?done=restored`);
});

export const writeToCompanyAction = formAction(SendMessage, async (input, actor) => {
  await asDeed("message", actor, () => writeToCompany(actor, input));
  redirect(`/applications/${input.id}?done=written#messages`);
});

export const seeApplicationAction = formAction(OwnApplication, async (input, actor) => {
  await seeApplication(actor, input);
  await stayAt(`/applications/${input.id}`);
});

export const answerInterviewAction = formAction(AnswerInterview, async (input, actor) => {
  const { applicationId } = await answerInterview(actor, input).catch((error) => backIfLate(error, input.id));
  redirect(`/applications/${applicationId}?done=answered#interviews`);
});

export const declineInvitationAction = formAction(OwnInvitation, async (input, actor) => {
  await declineInvitation(actor, input);
  redirect("/applications?declined=1");
});
