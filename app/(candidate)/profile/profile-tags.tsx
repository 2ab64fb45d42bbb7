import { clsx } from "clsx";
import { FieldError } from "@/app/_ui/field";
import { Section } from "@/app/_ui/section";
import { SubmitButton } from "@/app/_ui/submit-button";
import { SuggestInput } from "@/app/_ui/suggest-field";
import { type FormState, typed } from "@/lib/forms/state";
import { skillLevels } from "@/lib/profiles/lists";

/** A piece of evidence by its name, with the slugs and labels of what it shows. */
export type Shown = { name: string; tags: readonly string[] };

/** "Shown by Developer, Acme; tinyqueue". Nothing for a claim. */
function ShownBy({ tag, evidence }: { tag: string; evidence: readonly Shown[] }) {
  const names = evidence.filter(({ tags }) => tags.includes(tag)).map(({ name }) => name);
  return names.length > 0 && <p className="text-sm text-ink-3">Shown by {names.join("; ")}</p>;
}

/** One row for each skill: its name, whether you have it, for how long. Blank rows are ignored when the form is saved. */
export function SkillRows({ state, evidence }: { state: FormState; evidence: readonly Shown[] }) {
  const count = Object.keys(state.values ?? {}).filter((name) => /^skills\[\d+\]\.name$/.test(name)).length;
  const rows = Array.from({ length: count }, (_, i) => i);
  return (
    <Section
      title="Skills"
      note="You can leave years empty. Level and year of last use are shown to readers but do not count in the match. If you answer “No”, we will not ask you again."
    >
      <div className="grid gap-3">
        {rows.map((i) => {
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
      <SubmitButton look="secondary" size="sm" className="mt-4" waiting="Saving…">
        Save and add rows
      </SubmitButton>
    </Section>
  );
}

const levelWords: Record<(typeof skillLevels)[number], string> = {
  basic: "Basic",
  working: "Working",
  expert: "Expert",
};

type Responsibility = { slug: string; label: string; group: string };

/** The published list of 25: yes, no, or nothing said. */
export function ResponsibilityAnswers({
  state,
  evidence,
  responsibilities,
}: {
  state: FormState;
  evidence: readonly Shown[];
  responsibilities: Responsibility[];
}) {
  return (
    <Section title="Responsibilities" note="The public list of 25 that postings choose from.">
      <ul>
        {responsibilities.map(({ slug, label }, i) => {
          const name = `responsibilities.${slug}`;
          const answer = typed(state, name);
          return (
            <li key={slug} className={clsx("border-b border-rule", i === 0 && "border-t")}>
              <fieldset className="flex flex-wrap items-center justify-between gap-x-6 py-1">
                <legend className="sr-only">{label}</legend>
                <span aria-hidden="true" className="min-w-0 flex-1 basis-64 py-1">
                  {label}
                </span>
                <span className="flex gap-5">
                  {[
                    ["yes", "Yes"],
                    ["no", "No"],
                    ["", "Not stated"],
                  ].map(([value, word]) => (
                    <label key={value} className="flex min-h-11 cursor-pointer items-center gap-2">
                      <input
                        type="radio"
                        name={name}
                        value={value}
                        defaultChecked={answer === value}
                        className="size-5"
                      />
                      {word}
                    </label>
                  ))}
                </span>
              </fieldset>
              <ShownBy tag={slug} evidence={evidence} />
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
