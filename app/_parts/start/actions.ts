"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { ownPath } from "@/lib/auth/rules";
import { inChildProcess } from "@/lib/background/child";
import { findNow } from "@/lib/clock";
import { DomainError } from "@/lib/errors";
import { formAction, publicFormAction } from "@/lib/forms/action";
import { startProfile } from "@/lib/profiles/commands/start";
import { longestStart } from "@/lib/profiles/start";

const haveOfResume = inChildProcess<[text: string, now: Date], string | null>(
  "lib/profiles/resume/have.ts",
  "haveOfResume",
);

const PastedResume = z.strictObject({
  at: z.string().max(2_000),
  resume: z
    .string({ error: "Paste the text of your résumé." })
    .max(60_000, "At most 60,000 characters. Paste a shorter text."),
});

/** Turns a pasted résumé into the line that says the same, on the page where it was pasted. The résumé itself is not kept. */
export const readPastedResumeAction = publicFormAction(PastedResume, async ({ at, resume }) => {
  const have = await haveOfResume(resume, await findNow());
  if (!have)
    throw new DomainError(
      "invalid",
      "We found no skills, years or degree in this text. Paste your whole résumé, or write your skills in the box above.",
      "resume",
    );
  const [path, query] = ownPath(at).split("?");
  const params = new URLSearchParams(query);
  params.set("have", have);
  redirect(`${path}?${params}#start`);
});

const part = z.string().max(longestStart, "At most 2,000 characters.").default("");

export const startProfileAction = formAction(
  z.strictObject({ have: part, want: part, where: part }),
  async (start, actor) => {
    await startProfile(actor, start);
    redirect("/matches");
  },
);
