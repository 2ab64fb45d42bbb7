import { createHash } from "node:crypto";
import type { Question } from "./lists";

/** A short print of what is asked, which differs where a question does. */
export const questionsKey = (questions: readonly Question[]): string =>
  createHash("sha256")
    .update(
      JSON.stringify(questions.map(({ kind, text, options, required }) => [kind, text, options, required])),
    )
    .digest("base64url")
    .slice(0, 16);
