"use server";

import { redirect } from "next/navigation";
import { formAction } from "@/lib/forms/action";
import { countSeconds } from "@/lib/forms/limits";
import { discardResume, keepResume, readResumeOf } from "@/lib/profiles/commands/resume";
import { DiscardResume, KeepResume, ResumeUpload } from "@/lib/profiles/input/resume";
import { longestReading } from "@/lib/profiles/resume/extract";

export const readResume = formAction(ResumeUpload, async (upload, actor) => {
  await countSeconds("resumeSeconds", actor.userId, longestReading, () => readResumeOf(actor, upload));
  redirect("/profile/import");
});

export const keepRead = formAction(KeepResume, async (form, actor) => {
  await keepResume(actor, form);
  redirect("/profile?imported=1");
});

export const discardRead = formAction(DiscardResume, async (_, actor) => {
  await discardResume(actor);
  redirect("/profile/import?discarded=1");
});
