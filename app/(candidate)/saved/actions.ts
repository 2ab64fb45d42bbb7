"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { formAction } from "@/lib/forms/action";
import { answerAlert } from "@/lib/notifications/commands";
import { AnswerAlert } from "@/lib/notifications/input";
import { noteSaved, resumeReminders, stopReminders } from "@/lib/saved/commands/postings";
import { changeSearch, seeSearch } from "@/lib/saved/commands/searches";
import { ChangeSearch, NotePosting, OwnSearch } from "@/lib/saved/input";

export const changeSearchAction = formAction(ChangeSearch, async (input, actor) => {
  await changeSearch(actor, input);
  redirect("/saved?changed=1");
});

export const seeSearchAction = formAction(OwnSearch, async (input, actor) => {
  const { criteria } = await seeSearch(actor, input);
  redirect(`/jobs?${criteria}&sort=newest`);
});

export const answerAlertAction = formAction(AnswerAlert, async (input, actor) => {
  await answerAlert(actor, input);
  redirect("/saved?answered=1");
});

export const noteSavedAction = formAction(NotePosting, async (input, actor, version) => {
  await noteSaved(actor, input, version);
  redirect(`/saved?changed=1#${input.postingId}`);
});

export const stopRemindersAction = formAction(z.strictObject({}), async (_, actor) => {
  await stopReminders(actor);
  redirect("/saved?changed=1");
});

export const resumeRemindersAction = formAction(z.strictObject({}), async (_, actor) => {
  await resumeReminders(actor);
  redirect("/saved?changed=1");
});
