"use client";

import { useState } from "react";
import { Mark } from "@/app/_ui/mark";
import { type FormState, typed } from "@/lib/forms/state";
import {
  type ResponsibilityGroup,
  responsibilityEntries,
  responsibilityGroupWords,
} from "@/lib/taxonomy/data/responsibilities";

const groups = Object.keys(responsibilityGroupWords) as ResponsibilityGroup[];
const answers = [
  ["", "No"],
  ["nice", "Nice"],
  ["must", "Must"],
] as const;

/** The published list of 25 in its groups, folded: each is a must-have, nice to have, or not asked for. With script it can be searched. */
export function ResponsibilityFields({ state }: { state: FormState }) {
  const [wanted, setWanted] = useState("");
  // Of those that were chosen since the form was drawn.
  const [chosen, setChosen] = useState<Record<string, string>>({});
  const answerOf = (slug: string) => chosen[slug] ?? typed(state, `responsibilities.${slug}`);
  const isFound = (label: string) => label.toLowerCase().includes(wanted.trim().toLowerCase());
  return (
    <fieldset>
      <legend className="text-md font-semibold">Responsibilities</legend>
      <p className="mb-3 text-sm text-ink-3">
        What the person will really do, from the published list of {responsibilityEntries.length}.
      </p>
      <input
        type="search"
        aria-label="Search the responsibilities"
        placeholder="Search, for example API or tests"
        autoComplete="off"
        value={wanted}
        onChange={(event) => setWanted(event.target.value)}
        onKeyDown={(event) => event.key === "Enter" && event.preventDefault()}
        className="control if-scripted mb-2 max-w-96"
      />
      <div className="border-t border-rule">
        {groups.map((group) => {
          const entries = responsibilityEntries.filter((entry) => entry.group === group);
          const shown = entries.filter(({ label }) => isFound(label));
          const count = (answer: string) => entries.filter(({ slug }) => answerOf(slug) === answer).length;
          const asked = [count("must") && `${count("must")} must`, count("nice") && `${count("nice")} nice`];
          return (
            <details
              key={group}
              hidden={shown.length === 0}
              open={wanted.trim() !== "" || undefined}
              className="group/list border-b border-rule"
            >
              <summary className="flex min-h-11 cursor-pointer items-center justify-between gap-3">
                <span>{responsibilityGroupWords[group]}</span>
                <span className="text-sm text-ink-3">
                  {asked.filter(Boolean).join(", ") || "none"}{" "}
                  <Mark name="down" className="ml-1 group-open/list:rotate-180" />
                </span>
              </summary>
              <ul className="pb-2">
                {entries.map(({ slug, label }) => (
                  <li key={slug} hidden={!shown.some((entry) => entry.slug === slug)}>
                    <fieldset className="flex flex-wrap items-center justify-between gap-x-6">
                      <legend className="sr-only">{label}</legend>
                      <span aria-hidden="true" className="min-w-0 flex-1 basis-56">
                        {label}
                      </span>
                      <span className="flex gap-4">
                        {answers.map(([value, word]) => (
                          <label key={value} className="flex min-h-11 cursor-pointer items-center gap-1.5">
                            <input
                              type="radio"
                              name={`responsibilities.${slug}`}
                              value={value}
                              defaultChecked={typed(state, `responsibilities.${slug}`) === value}
                              onChange={() => setChosen({ ...chosen, [slug]: value })}
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
            </details>
          );
        })}
      </div>
    </fieldset>
  );
}
