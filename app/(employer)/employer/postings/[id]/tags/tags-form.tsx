"use client";

import { useCallback, useRef } from "react";
import { Form, useForm } from "@/app/_parts/form";
import { showProof } from "@/app/_parts/show-proof";
import { CheckboxGroup } from "@/app/_ui/choice-field";
import { Section } from "@/app/_ui/section";
import { SubmitButton } from "@/app/_ui/submit-button";
import type { FormValues } from "@/lib/forms/state";
import { type ProposalGroup, proposalGroups } from "@/lib/postings/lists";
import { acceptTagsAction } from "../../../actions";
import { CostFigures } from "../../_parts/cost-figures";
import type { Outlook } from "../../_parts/outlook";
import { useOutlook } from "../../_parts/use-outlook";
import { type ShownTag, withTags } from "./with-tags";

const headings: Record<ProposalGroup, string> = {
  workplace: "Workplace",
  employment: "Employment",
  hiring: "Countries where you can hire",
  place: "Places",
  salary: "Pay",
  experience: "Experience",
  degree: "Degree",
  skill: "Skills",
  responsibility: "Responsibilities",
  reality: "Reality card",
};

const levels = [
  ["must", "Must"],
  ["nice", "Nice"],
  ["no", "No"],
] as const;

type Props = {
  id: string;
  companyId: string;
  /** The draft as its form has it. */
  base: FormValues;
  proposals: readonly ShownTag[];
  /** Its writer chose among the tags before: nothing is chosen for them. */
  isAgain: boolean;
  /** Lines of the text that ask to apply somewhere else. */
  lines: readonly { start: number; line: string }[];
  outlook: Outlook | null;
  note: string;
};

/** Each skill and responsibility is a must-have, nice to have or neither; anything else is ticked. The words of the tag in focus are highlighted in the text. */
export function TagsForm({ id, companyId, base, proposals, isAgain, lines, outlook: saved, note }: Props) {
  const form = useForm(acceptTagsAction, { name: "tags" });
  const place = useRef<HTMLFormElement>(null);
  const read = useCallback(
    (current: HTMLFormElement) => {
      const chosen = new Set<string>();
      for (const [name, value] of new FormData(current)) {
        const [list, slug] = name.split(".");
        if (slug && (list === "skills" || list === "responsibilities")) chosen.add(`${slug} ${value}`);
        if (name === "accept") chosen.add(String(value));
      }
      const data = new FormData();
      data.append("companyId", companyId);
      for (const [name, value] of Object.entries(withTags(base, proposals, chosen)))
        for (const text of [value].flat()) data.append(name, text);
      return data;
    },
    [companyId, base, proposals],
  );
  const { outlook } = useOutlook(place, saved, read);
  return (
    <Form
      form={form}
      ref={place}
      onFocus={showProof}
      className="lg:sticky lg:top-6 lg:max-h-[calc(100dvh-3rem)] lg:self-start lg:overflow-y-auto"
    >
      <Section title="Tags" note={note} className="grid gap-5">
        <input type="hidden" name="id" value={id} />
        {outlook && (
          <div className="border-l-4 border-accent bg-raised px-4 py-3">
            <CostFigures cost={outlook.cost} />
          </div>
        )}
        {proposalGroups.flatMap((group) => {
          const own = proposals.filter((proposal) => proposal.group === group);
          if (own.length === 0) return [];
          if (group === "skill" || group === "responsibility")
            return <Levels key={group} group={group} tags={own} />;
          return (
            <CheckboxGroup
              key={group}
              name="accept"
              id={`accept-${group}`}
              label={headings[group]}
              options={own.map(({ key, label, note: hint }) => ({ value: key, label, hint }))}
              defaultValue={isAgain ? [] : own.map(({ key }) => key)}
            />
          );
        })}
        {lines.length > 0 && (
          <CheckboxGroup
            name="cut"
            label="Cut from the text"
            hint="Candidates apply here, so a line that sends them elsewhere is a reason for a second look."
            options={lines.map(({ start, line }) => ({ value: String(start), label: line }))}
            defaultValue={isAgain ? [] : lines.map(({ start }) => String(start))}
          />
        )}
        <div className="sticky bottom-0 border-t border-rule bg-paper py-3">
          <SubmitButton waiting="Saving…">Accept selected tags</SubmitButton>
        </div>
      </Section>
    </Form>
  );
}

/** One line for each tag, with its level. */
function Levels({ group, tags }: { group: "skill" | "responsibility"; tags: readonly ShownTag[] }) {
  const list = group === "skill" ? "skills" : "responsibilities";
  return (
    <fieldset>
      <legend className="mb-1.5 font-medium">{headings[group]}</legend>
      <ul>
        {tags.map(({ key, slug, label, level }) => (
          <li key={key} data-proof={key} className="border-t border-rule">
            <fieldset className="flex flex-wrap items-center justify-between gap-x-4">
              <legend className="sr-only">{label}</legend>
              <span aria-hidden="true" className="min-w-0 flex-1 basis-32 py-1">
                {label}
              </span>
              <span className="flex gap-4">
                {levels.map(([value, word]) => (
                  <label key={value} className="flex min-h-11 cursor-pointer items-center gap-1.5">
                    <input
                      type="radio"
                      name={`${list}.${slug}`}
                      value={value}
                      defaultChecked={(level ?? "no") === value}
                      className="size-5"
                    />
                    {word}
                  </label>
                ))}
              </span>
            </fieldset>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
