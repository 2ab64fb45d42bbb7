"use server";

import { redirect } from "next/navigation";
import { ownPath } from "@/lib/auth/rules";
import { formAction } from "@/lib/forms/action";
import { answerQuestion, undoAnswer } from "@/lib/profiles/commands/answer";
import { aboutText, LineAnswer, UndoAnswer } from "@/lib/profiles/input/answer";
import { afterAnswer, afterUndo, progressHref, readProgress } from "./progress";

export const answerQuestionInPassAction = formAction(LineAnswer, async (input, actor) => {
  await answerQuestion(actor, input);
  redirect(
    progressHref(afterAnswer(progressAt(input.back), aboutText(input.about), input.answer === "skip")),
  );
});

export const undoAnswerAction = formAction(UndoAnswer, async (input, actor) => {
  await undoAnswer(actor, input);
  redirect(progressHref(afterUndo(progressAt(input.back))));
});

const progressAt = (address: string) => readProgress(new URL(ownPath(address), "http://site").searchParams);
