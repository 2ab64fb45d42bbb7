import { z } from "zod";
import { line, paragraphs } from "@/lib/forms/fields";
import { dateFrom } from "@/lib/reading/resume/dates";
import { degrees } from "@/lib/taxonomy/terms";
import { WebAddress } from "@/lib/web-address";
import { type EvidenceKind, evidenceKinds, mostFileBytes } from "../lists";
import type { Profile } from "./profile";

/** A piece of evidence of one's own, with what it shows. A start without an end: it goes on. */
export type OwnEvidence = {
  id: string;
  kind: EvidenceKind;
  title: string;
  organisation: string;
  text: string;
  url: string;
  started: string | null;
  ended: string | null;
  skills: { slug: string; label: string }[];
  responsibilities: { slug: string; label: string }[];
};

export type OwnStudy = {
  id: string;
  level: (typeof degrees)[number] | null;
  degree: string;
  field: string;
  school: string;
  started: string | null;
  ended: string | null;
};

/** What shows that a profile is true. */
export type OwnProof = { evidence: OwnEvidence[]; education: OwnStudy[] };

/** All of a profile that a résumé has a place for. */
export type OwnResume = OwnProof & {
  name: string | null;
  email: string;
  headline: string;
  skills: Profile["skills"];
};

/** A file, or else text that was pasted. */
export const ResumeUpload = z
  .strictObject({
    file: z
      .file("Choose a file.")
      .max(
        mostFileBytes,
        "This file is larger than 5 MB. Save it without pictures. You can also paste its text below, or fill in your profile by hand.",
      )
      .optional(),
    text: z.string().max(100_000, "At most 100,000 characters.").default(""),
  })
  .refine(({ file, text }) => file !== undefined || text.trim() !== "", {
    path: ["file"],
    message: "Choose a file, or paste the text below.",
  });
export type ResumeUpload = z.output<typeof ResumeUpload>;

const text = (max: number) => line(max).default("");

/** "Sept 2018", "2018-09", "2018": a date as precise as it is typed; null where nothing is. */
const PartialDate = z
  .string()
  .trim()
  .default("")
  .transform((text, context) => {
    if (text === "") return null;
    const date = dateFrom(text);
    if (date === null)
      context.addIssue({ code: "custom", message: "Enter a date like 2018-09, Sept 2018 or 2018." });
    return date;
  });

/** An address, or "" where none is given. */
const Address = z.preprocess(
  (value) => (typeof value === "string" && value.trim() === "" ? undefined : value),
  WebAddress.optional().transform((address) => address ?? ""),
);

type Dated = { started: string | null; ended: string | null };
const isInOrder = ({ started, ended }: Dated) =>
  started === null || ended === null || started.slice(0, ended.length) <= ended.slice(0, started.length);
const turned = { path: ["ended"], message: "The end must not be before the start." };

const slugs = z.array(z.string().max(80)).max(300).default([]);

const Evidence = z
  .strictObject({
    kind: z.enum(evidenceKinds),
    title: text(200),
    organisation: text(200),
    text: paragraphs(10_000).default(""),
    url: Address,
    started: PartialDate,
    ended: PartialDate,
    skills: slugs,
    responsibilities: slugs,
  })
  .refine(isInOrder, turned)
  .refine(({ title, organisation }) => title !== "" || organisation !== "", {
    path: ["title"],
    message: "Enter a name.",
  })
  .refine(({ kind, url }) => kind !== "link" || url !== "", {
    path: ["url"],
    message: "Enter the web address of the link.",
  });
export type Evidence = z.output<typeof Evidence>;

const Study = z
  .strictObject({
    level: z.enum(degrees).optional(),
    degree: text(120),
    field: text(120),
    school: text(200),
    started: PartialDate,
    ended: PartialDate,
  })
  .refine(isInOrder, turned)
  .refine(({ degree, school }) => degree !== "" || school !== "", {
    path: ["school"],
    message: "Enter the school or the degree.",
  });
export type Study = z.output<typeof Study>;

/** One piece, new without an id. */
export const EvidenceForm = Evidence.safeExtend({ id: z.uuid().optional() });
export type EvidenceForm = z.output<typeof EvidenceForm>;
export const StudyForm = Study.safeExtend({ id: z.uuid().optional() });
export type StudyForm = z.output<typeof StudyForm>;
export const OwnPiece = z.strictObject({ id: z.uuid() });
export type OwnPiece = z.output<typeof OwnPiece>;

/** A part of a résumé that was read. Only ticked parts are checked, so nobody has to correct what they do not import. */
const ticked = <S extends z.ZodObject>(schema: S) => {
  const loose = Object.fromEntries(
    Object.keys(schema.shape).map((key) => [
      key,
      key === "skills" || key === "responsibilities" ? slugs : z.string().default(""),
    ]),
  );
  return z
    .strictObject({ keep: z.boolean().default(false), ...loose })
    .transform(({ keep, ...rest }, context): z.output<S> | null => {
      if (!keep) return null;
      const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== ""));
      const parsed = schema.safeParse(given);
      if (parsed.success) return parsed.data;
      for (const { path, message } of parsed.error.issues)
        context.addIssue({ code: "custom", path, message });
      return null;
    });
};

const years = z
  .number({ error: "Enter a number of years." })
  .min(0, "Years cannot be negative.")
  .max(70, "At most 70 years.");
const kept = <T>(list: (T | null)[]) => list.filter((one) => one !== null);

/** What to import of a résumé that was read, as the candidate corrected it. */
export const ImportResume = z.strictObject({
  keepName: z.boolean().default(false),
  name: text(100),
  keepHeadline: z.boolean().default(false),
  headline: text(160),
  keepYears: z.boolean().default(false),
  years: years.optional(),
  keepDegree: z.boolean().default(false),
  degreeLevel: z.enum(degrees).optional(),
  degreeField: text(80),
  skills: z
    .array(
      z.strictObject({
        keep: z.boolean().default(false),
        slug: z.string().max(80),
        years: years.optional(),
      }),
    )
    .max(500)
    .default([]),
  responsibilities: slugs,
  evidence: z.array(ticked(Evidence)).max(500).default([]).transform(kept),
  education: z.array(ticked(Study)).max(200).default([]).transform(kept),
});
export type ImportResume = z.output<typeof ImportResume>;

/** Nothing but the wish: there is one résumé a person that waits. */
export const DiscardResume = z.strictObject({});
