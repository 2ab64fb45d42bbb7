import { z } from "zod";
import { degrees } from "@/lib/taxonomy/terms";
import { years } from "./profile";

/** What a question is about: a skill, its years or a responsibility by slug, or one of the two facts. As text it is `skill:go`, `experience`. */
export type About =
  | { kind: "skill" | "years" | "responsibility"; slug: string }
  | { kind: "experience" | "degree" };

export const aboutText = (about: About) => ("slug" in about ? `${about.kind}:${about.slug}` : about.kind);

/** Reads `skill:go` and the like; null for what is none. */
export function readAbout(text: string): About | null {
  if (text === "experience" || text === "degree") return { kind: text };
  const [, kind, slug] = /^(skill|years|responsibility):([a-z0-9]+(?:-[a-z0-9]+)*)$/.exec(text) ?? [];
  return text.length <= 120 && kind && slug
    ? { kind: kind as "skill" | "years" | "responsibility", slug }
    : null;
}

export const isAbout = (text: string) => readAbout(text) !== null;

const AboutText = z.string().transform((text, context) => {
  const about = readAbout(text);
  if (!about) context.addIssue({ code: "custom", message: "This question does not exist." });
  return about ?? z.NEVER;
});

const asksYears: ReadonlySet<About["kind"]> = new Set(["experience", "skill", "years"]);

/**
 * One answer: yes and no to a tag, yes with years to a skill, years of experience, or a degree. `skip` says nothing. Years are read only where
 * they belong to the answer: what stands in their field does not keep anybody from saying no. `back` is the page's own address.
 */
export const LineAnswer = z
  .strictObject({
    about: AboutText,
    answer: z.enum(["yes", "years", "no", "skip", ...degrees]),
    years: z.string().trim().max(20).optional(),
    back: z.string().max(4000).default("/matches"),
  })
  .transform(({ years: typed, ...said }, context) => {
    const { about, answer } = said;
    const fits =
      answer === "skip" ||
      (about.kind === "degree" && degrees.some((degree) => degree === answer)) ||
      (asksYears.has(about.kind) && answer === "years") ||
      ((about.kind === "skill" || about.kind === "responsibility") && (answer === "yes" || answer === "no"));
    if (!fits)
      context.addIssue({
        code: "custom",
        path: ["answer"],
        message: "This answer belongs to another question.",
      });
    if (!asksYears.has(about.kind) || (answer !== "years" && (answer !== "yes" || !typed))) return said;
    const read = years.safeParse(typed ? Number(typed.replace(",", ".")) : Number.NaN);
    if (!read.success)
      context.addIssue({ code: "custom", path: ["years"], message: "Enter a number of years, 0 to 70." });
    return { ...said, years: read.data };
  });
export type LineAnswer = {
  about: About;
  answer: "yes" | "years" | "no" | "skip" | (typeof degrees)[number];
  years?: number;
  back: string;
};

/** The answer to undo. */
export const UndoAnswer = z.strictObject({
  about: AboutText,
  back: z.string().max(4000).default("/matches"),
});
export type UndoAnswer = z.output<typeof UndoAnswer>;
