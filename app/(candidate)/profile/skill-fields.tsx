import { ByScript } from "@/app/_parts/scripted";
import { FieldError } from "@/app/_ui/field";
import { SubmitButton } from "@/app/_ui/submit-button";
import { SuggestInput } from "@/app/_ui/suggest-field";
import { rowsOf } from "@/lib/forms/rows";
import { type FormState, typed } from "@/lib/forms/state";
import { skillLevels } from "@/lib/profiles/lists";
import type { Shown } from "./shown-by";
import { ShownBy } from "./shown-by";
import { SkillChips } from "./skill-chips";
import { levelWords, type SkillLine } from "./skill-lines";

const parts = ["name", "has", "years", "level", "lastUsed"] as const;

/** The skills of a profile: chips; without script, one line for each. */
export function SkillFields({ state, evidence }: { state: FormState; evidence: readonly Shown[] }) {
  const first = rowsOf(state, "skills").flatMap((row): SkillLine[] => {
    const [name = "", has, years = "", level = "", lastUsed = ""] = parts.map((part) =>
      typed(state, `skills[${row}].${part}`),
    );
    const errors = parts.flatMap((part) => state.fieldErrors?.[`skills[${row}].${part}`] ?? []);
    return name === "" ? [] : [{ id: row, name, has: has !== "no", years, level, lastUsed, row, errors }];
  });
  return (
    <>
      <p className="text-sm text-ink-3">
        You can leave years empty. Level and year of last use are shown to readers but do not count in the
        match. If you answer “No”, we will not ask you again.
      </p>
      <ByScript
        // An answer of the server fills the chips anew.
        scripted={<SkillChips key={JSON.stringify(first)} first={first} evidence={evidence} />}
        plain={<SkillRows state={state} evidence={evidence} />}
      />
    </>
  );
}

/** One row for each skill: its name, whether you have it, for how long. Blank rows are ignored when the form is saved. */
function SkillRows({ state, evidence }: { state: FormState; evidence: readonly Shown[] }) {
  return (
    <div>
      <div className="grid gap-3">
        {rowsOf(state, "skills").map((i) => {
          const name = (part: string) => `skills[${i}].${part}`;
          const errors = [
            ...(state.fieldErrors?.[name("name")] ?? []),
            ...(state.fieldErrors?.[name("years")] ?? []),
            ...(state.fieldErrors?.[name("lastUsed")] ?? []),
          ];
          return (
            <fieldset
              key={i}
              className="grid grid-cols-[minmax(0,1fr)_6.5rem_5rem] items-start gap-x-2 gap-y-1 sm:grid-cols-[minmax(0,1fr)_6.5rem_5rem_7.5rem_6.5rem]"
            >
              <legend className="sr-only">Skill {i + 1}</legend>
              <SuggestInput
                of="skills"
                id={name("name")}
                name={name("name")}
                label={`Skill ${i + 1}`}
                errors={errors}
                placeholder={i === 0 ? "Go, PostgreSQL, Kafka…" : undefined}
                defaultValue={typed(state, name("name"))}
              />
              <select
                key={typed(state, name("has"))}
                name={name("has")}
                aria-label={`Do you have skill ${i + 1}?`}
                defaultValue={typed(state, name("has")) || "yes"}
                className="control"
              >
                <option value="yes">Have it</option>
                <option value="no">No</option>
              </select>
              <input
                name={name("years")}
                aria-label={`Years of skill ${i + 1}`}
                inputMode="decimal"
                placeholder="Years"
                defaultValue={typed(state, name("years"))}
                className="control figure"
              />
              <select
                key={`level ${typed(state, name("level"))}`}
                name={name("level")}
                aria-label={`Level of skill ${i + 1}`}
                defaultValue={typed(state, name("level"))}
                className="control max-sm:col-start-1"
              >
                <option value="">Level –</option>
                {skillLevels.map((level) => (
                  <option key={level} value={level}>
                    {levelWords[level]}
                  </option>
                ))}
              </select>
              <input
                name={name("lastUsed")}
                aria-label={`Year of last use of skill ${i + 1}`}
                inputMode="numeric"
                placeholder="Last used"
                defaultValue={typed(state, name("lastUsed"))}
                className="control figure max-sm:col-span-2"
              />
              <div className="col-span-full">
                <FieldError id={name("name")} errors={errors} />
                <ShownBy tag={typed(state, name("name"))} evidence={evidence} />
              </div>
            </fieldset>
          );
        })}
      </div>
      <SubmitButton look="secondary" size="sm" className="mt-4" name="next" value="skills" waiting="Saving…">
        Save and add rows
      </SubmitButton>
    </div>
  );
}
