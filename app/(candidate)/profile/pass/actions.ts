"use server";

import { redirect } from "next/navigation";
import { ownPath } from "@/lib/auth/rules";
import { formAction } from "@/lib/forms/action";
import { answerQuestion, takeAnswerBack } from "@/lib/profiles/commands/answer";
import { aboutText, LineAnswer, TakenAnswer } from "@/lib/profiles/input/answer";
import { afterAnswer, afterUndo, progressHref, readProgress } from "./progress";

export const answerInPass = formAction(LineAnswer, async (input, actor) => {
  await answerQuestion(actor, input);
  redirect(
    progressHref(afterAnswer(progressAt(input.back), aboutText(input.about), input.answer === "skip")),
  );
});

export const undoAnswer = formAction(TakenAnswer, async (input, actor) => {
  await takeAnswerBack(actor, input);
  redirect(progressHref(afterUndo(progressAt(input.back))));
});

const progressAt = (address: string) => readProgress(new URL(ownPath(address), "http://site").searchParams);
