"use server";

import { redirect } from "next/navigation";
import { formAction } from "@/lib/forms/action";
import { answerAlert } from "@/lib/notifications/commands";
import { AnswerAlert } from "@/lib/notifications/input";
import { changeSearch, seeSearch } from "@/lib/saved/commands/searches";
import { ChangeSearch, OwnSearch } from "@/lib/saved/input";

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
