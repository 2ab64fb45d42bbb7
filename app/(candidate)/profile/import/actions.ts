"use server";

import { redirect } from "next/navigation";
import { formAction } from "@/lib/forms/action";
import { countSeconds } from "@/lib/forms/limits";
import { discardResume, importResume, readResumeOf } from "@/lib/profiles/commands/resume";
import { DiscardResume, ImportResume, ResumeUpload } from "@/lib/profiles/input/resume";
import { longestReading } from "@/lib/profiles/resume/extract";

export const readResumeAction = formAction(ResumeUpload, async (upload, actor) => {
  await countSeconds("resumeSeconds", actor.userId, longestReading, () => readResumeOf(actor, upload));
  redirect("/profile/import");
});

export const importResumeAction = formAction(ImportResume, async (form, actor) => {
  await importResume(actor, form);
  redirect("/profile?imported=1");
});

export const discardResumeAction = formAction(DiscardResume, async (_, actor) => {
  await discardResume(actor);
  redirect("/profile/import?discarded=1");
});
