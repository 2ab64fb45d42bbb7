import type { Context } from "hono";
import { z } from "zod";
import { inChildProcess } from "@/lib/background/child";
import { DomainError } from "@/lib/errors";
import type { PostingReading } from "@/lib/reading/posting";
import { skillEntry } from "@/lib/taxonomy/catalogue";
import { responsibilityLabel } from "@/lib/taxonomy/data/responsibilities";
import { followTaxonomy } from "@/lib/taxonomy/queries/follow";
import { readBody } from "./body";

/** Characters. */
const longestText = 100_000;

const Body = z.strictObject({ text: z.string("text must be a string.") });

const readPostingApart = inChildProcess<[text: string], PostingReading>(
  "lib/reading/posting.ts",
  "readPosting",
);

/** `POST /api/v1/tag`: a text's tags, each with the positions in the text sent that prove it. Nothing is stored. */
export async function answerTag(c: Context) {
  const { text } = await readBody(c, Body, { like: '{ "text": … }' });
  if (text.length > longestText)
    throw new DomainError(
      "too_large",
      `text must be at most ${longestText.toLocaleString("en")} characters.`,
      "text",
    );
  await followTaxonomy();
  const {
    skills,
    responsibilities,
    degree,
    experience,
    salary,
    workplace,
    places,
    hiringCountries,
    timeZones,
    employment,
    seniority,
    reality,
    company,
    title,
  } = await readPostingApart(text);
  return c.json({
    skills: skills.map((skill) => ({
      slug: skill.slug,
      label: skillEntry(skill.slug)?.label ?? skill.slug,
      must: skill.must,
      spans: skill.spans,
    })),
    responsibilities: responsibilities.map((responsibility) => ({
      slug: responsibility.slug,
      label: responsibilityLabel(responsibility.slug),
      must: responsibility.must,
      spans: responsibility.spans,
    })),
    degree,
    experience,
    salary,
    workplace: workplace?.value ?? null,
    workplaceSpans: workplace?.spans ?? [],
    places,
    hiringCountries,
    timezones: timeZones,
    employment: employment[0]?.value ?? null,
    employments: employment,
    seniority: seniority?.value ?? null,
    senioritySpans: seniority?.spans ?? [],
    reality: {
      ...reality,
      datastores: reality.datastores && {
        value: reality.datastores.slugs.map((slug) => skillEntry(slug)?.label ?? slug),
        spans: reality.datastores.spans,
      },
    },
    company: company?.name ?? null,
    title: title?.text ?? null,
  });
}
