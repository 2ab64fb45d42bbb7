"use server";

import { redirect } from "next/navigation";
import { formAction } from "@/lib/forms/action";
import { reopenPosting } from "@/lib/postings/commands/close";
import { copyPosting } from "@/lib/postings/commands/copy";
import { deletePosting, takePostingBack } from "@/lib/postings/commands/drafts";
import { withdrawRevision } from "@/lib/postings/commands/edit";
import {
  extendPosting,
  pausePosting,
  reconfirmPosting,
  resumePosting,
  schedulePosting,
} from "@/lib/postings/commands/life";
import { OnePosting, SchedulePosting } from "@/lib/postings/input";

export const copyPostingAction = formAction(OnePosting, async (input, actor) => {
  const { id } = await copyPosting(actor, input);
  redirect(`/employer/postings/${id}?done=copied`);
});

export const deletePostingAction = formAction(OnePosting, async (input, actor) => {
  await deletePosting(actor, input);
  redirect("/employer?done=deleted");
});

export const takePostingBackAction = formAction(OnePosting, async (input, actor) => {
  await takePostingBack(actor, input);
  redirect(`/employer/postings/${input.id}?done=taken-back`);
});

export const schedulePostingAction = formAction(SchedulePosting, async (input, actor, version) => {
  await schedulePosting(actor, input, version);
  redirect(`/employer/postings/${input.id}?done=scheduled`);
});

export const pausePostingAction = formAction(OnePosting, async (input, actor) => {
  await pausePosting(actor, input);
  redirect(`/employer/postings/${input.id}?done=paused`);
});

export const resumePostingAction = formAction(OnePosting, async (input, actor) => {
  await resumePosting(actor, input);
  redirect(`/employer/postings/${input.id}?done=resumed`);
});

export const reconfirmPostingAction = formAction(OnePosting, async (input, actor) => {
  await reconfirmPosting(actor, input);
  redirect(`/employer/postings/${input.id}?done=confirmed`);
});

export const extendPostingAction = formAction(OnePosting, async (input, actor) => {
  await extendPosting(actor, input);
  redirect(`/employer/postings/${input.id}?done=extended`);
});

export const withdrawRevisionAction = formAction(OnePosting, async (input, actor) => {
  await withdrawRevision(actor, input);
  redirect(`/employer/postings/${input.id}?done=revision-withdrawn`);
});

export const reopenPostingAction = formAction(OnePosting, async (input, actor) => {
  await reopenPosting(actor, input);
  redirect(`/employer/postings/${input.id}?done=reopened`);
});
