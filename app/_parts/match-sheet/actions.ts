"use server";

import { redirect } from "next/navigation";
import { ownPath } from "@/lib/auth/rules";
import { formAction } from "@/lib/forms/action";
import { answerQuestion } from "@/lib/profiles/commands/answer";
import { aboutText, LineAnswer } from "@/lib/profiles/input/answer";

/** Keeps one answer, and goes back to the sheet that asked; what was skipped stands in its address. */
export const answerQuestionAction = formAction(LineAnswer, async (input, actor) => {
  await answerQuestion(actor, input);
  const back = new URL(ownPath(input.back), "http://site");
  // The address differs with each answer: to one that differs in its fragment alone, the browser's router goes without asking anew.
  if (input.answer === "skip") back.searchParams.append("skip", aboutText(input.about));
  else back.searchParams.set("answered", aboutText(input.about));
  redirect(`${back.pathname}${back.search}#match`);
});
