import { z } from "zod";
import type { ShownRisk } from "@/app/_parts/look-twice";
import type { Actor } from "@/lib/auth/input";
import type { FieldFault } from "@/lib/errors";
import type { FormValues } from "@/lib/forms/state";
import { readTyped } from "@/lib/forms/typed";
import { type Cost, findCost } from "@/lib/matching/queries/cost";
import { listRisksOfTyped } from "@/lib/moderation/queries/postings";
import { forbiddenTopic } from "@/lib/postings/forbidden-questions";
import { levelInWords } from "@/lib/postings/found-by";
import { PostingForm } from "@/lib/postings/input";
import type { Question } from "@/lib/postings/lists";
import { payDoubts, payOfForm } from "@/lib/postings/pay";
import type { PreviewPosting } from "@/lib/postings/queries/public";
import { findTypedPreview } from "@/lib/postings/queries/typed";
import { missingToPublish } from "@/lib/postings/rules";
import { townDoubts } from "@/lib/postings/towns";
import { resolveSkills } from "@/lib/taxonomy/queries/resolve";
import { findNearSkills } from "@/lib/taxonomy/queries/suggest";
import { withLinks } from "./risk-links";

/** What a posting would lead to as its form is filled in: all that the writer should know before submitting it. */
export type Outlook = {
  cost: Cost;
  /** Its band, and the level that it is found by. */
  level: string;
  /** What publishing still needs, at its field. */
  missing: FieldFault[];
  /** What is wrong or odd, at its field. */
  doubts: FieldFault[];
  /** Names that are no skill's, with the skill that may have been meant. */
  unknown: [name: string, near: string | null][];
  /** What the reviewer will be told to look at. */
  risks: ShownRisk[];
  preview: PreviewPosting;
  /** What it asks applicants. */
  questions: Question[];
};

const Typed = PostingForm.safeExtend({ companyId: z.uuid() });

/** The outlook of a form as it stands; null unless the actor may write postings of its company. */
export async function findOutlook(actor: Actor, data: FormData): Promise<Outlook | null> {
  const typed = readTyped(Typed, data);
  if (!typed) return null;
  const { companyId, ...form } = typed.input;
  const pay = payOfForm(form);
  const stated = pay && "currency" in pay ? pay : null;
  const text = { title: form.title ?? "", description: form.description ?? "" };
  const where = { workplace: form.workplace ?? null, hiringCountries: form.hiringCountries };
  const names = form.skills.flatMap(({ name }) => name || []);
  const [cost, known, risks, preview] = await Promise.all([
    findCost(actor, {
      companyId,
      skills: form.skills.flatMap(({ name, must, minYears }) =>
        name && must === "must" ? [{ name, minYears }] : [],
      ),
      responsibilities: Object.keys(form.responsibilities).filter(
        (slug) => form.responsibilities[slug] === "must",
      ),
      experienceMin: form.experienceMin,
      degree: form.degreeLevel,
      equalExperience: form.equalExperience,
    }),
    resolveSkills(names),
    listRisksOfTyped(actor, {
      ...text,
      ...where,
      id: form.id ?? null,
      companyId,
      pay: stated,
      questions: form.questions.map(({ text }) => text),
    }),
    findTypedPreview(actor, companyId, form),
  ]);
  if (!cost || !preview) return null;
  const unknown = names.filter((name) => !known.has(name));
  const near = await findNearSkills(unknown);
  const missing = missingToPublish({
    ...text,
    ...where,
    salaryMinMinor: stated && 1,
    employment: form.employment ?? null,
    places: preview.places,
  });
  return {
    cost,
    level: levelInWords(text.title, form.experienceMin ?? null),
    missing: missing.filter(({ path }) => !typed.faults.some((fault) => fault.path === path)),
    doubts: [...typed.faults, ...payDoubts(form), ...townDoubts(form), ...questionDoubts(form)],
    unknown: unknown.map((name) => [name, near.get(name) ?? null]),
    risks: withLinks(risks, { form: "", company: preview.company.slug }),
    preview,
    questions: form.questions,
  };
}

/** The outlook of a form of the company as it was saved. */
export function findSavedOutlook(actor: Actor, companyId: string, values: FormValues) {
  const data = new FormData();
  data.append("companyId", companyId);
  for (const [name, value] of Object.entries(values))
    for (const text of [value].flat()) data.append(name, text);
  return findOutlook(actor, data);
}

/** Questions that the law does not allow. They are told, and the reviewer decides. */
const questionDoubts = ({ questions }: PostingForm): FieldFault[] =>
  questions.flatMap(({ text }, i) => {
    const topic = forbiddenTopic(text);
    return topic
      ? [
          {
            path: `questions[${i}].text`,
            message: `A question asks about ${topic}, which the law forbids in most countries. The reviewer will see it.`,
          },
        ]
      : [];
  });
