"use client";

import { ByScript } from "@/app/_parts/scripted";
import { FieldError } from "@/app/_ui/field";
import { SubmitButton } from "@/app/_ui/submit-button";
import { rowsOf } from "@/lib/forms/rows";
import { type FormState, typed } from "@/lib/forms/state";
import type { Count } from "./count-words";
import type { Line } from "./skill-lines";
import { SkillTrays } from "./skill-trays";

/** The skills of a posting: chips in two trays; without script, one line for each. */
export function SkillFields({
  state,
  unknown,
  meeting,
}: {
  state: FormState;
  unknown: ReadonlyMap<string, string | null>;
  meeting: Count | undefined;
}) {
  const first = rowsOf(state, "skills").flatMap((row): Line[] => {
    const part = (name: string) => `skills[${row}].${name}`;
    const name = typed(state, part("name"));
    const errors = ["name", "minYears"].flatMap((one) => state.fieldErrors?.[part(one)] ?? []);
    if (name === "") return [];
    return [
      {
        id: row,
        name,
        alias: null,
        must: typed(state, part("must")) !== "nice",
        years: typed(state, part("minYears")),
        row,
        errors,
      },
    ];
  });
  return (
    <ByScript
      // An answer of the server fills the trays anew.
      scripted={<SkillTrays key={JSON.stringify(first)} first={first} unknown={unknown} meeting={meeting} />}
      plain={<SkillRows state={state} />}
    />
  );
}

/** One line for each skill: its name, must-have or nice to have, and the years required, if any. */
function SkillRows({ state }: { state: FormState }) {
  return (
    <fieldset>
      <legend className="text-md font-semibold">Skills</legend>
      <p className="mb-3 text-sm text-ink-3">
        Aliases such as k8s or golang also work. Three must-haves tell candidates more than twelve.
      </p>
      <div className="grid gap-3">
        {rowsOf(state, "skills").map((i) => {
          const name = (part: string) => `skills[${i}].${part}`;
          const errors = [name("name"), name("minYears")].flatMap((part) => state.fieldErrors?.[part] ?? []);
          const must = typed(state, name("must"));
          return (
            <div
              key={i}
              className="grid grid-cols-[minmax(0,1fr)_5rem] items-start gap-x-2 gap-y-1 sm:grid-cols-[minmax(0,1fr)_8.5rem_5rem]"
            >
              <input
                id={name("name")}
                name={name("name")}
                aria-label={`Skill ${i + 1}`}
                aria-invalid={errors.length > 0 || undefined}
                aria-describedby={errors.length > 0 ? `${name("name")}-error` : undefined}
                autoComplete="off"
                defaultValue={typed(state, name("name"))}
                className="control col-span-full sm:col-span-1"
              />
              <select
                key={must}
                name={name("must")}
                aria-label={`Skill ${i + 1} is`}
                defaultValue={must}
                className="control"
              >
                <option value="must">Must-have</option>
                <option value="nice">Nice to have</option>
              </select>
              <input
                id={name("minYears")}
                name={name("minYears")}
                aria-label={`Years required of skill ${i + 1}`}
                inputMode="numeric"
                placeholder="Years"
                defaultValue={typed(state, name("minYears"))}
                className="control figure"
              />
              <div className="col-span-full">
                <FieldError id={name("name")} errors={errors} />
              </div>
            </div>
          );
        })}
      </div>
      <SubmitButton look="secondary" size="sm" className="mt-4" name="intent" value="save" waiting="Saving…">
        Save and add rows
      </SubmitButton>
    </fieldset>
  );
}
