import { FieldError } from "@/app/_ui/field";
import { SubmitButton } from "@/app/_ui/submit-button";
import { type FormState, typed } from "@/lib/forms/state";

/** The indexes of the lines that the form shows for a list, from 0. */
function rowsOf(state: FormState, list: string) {
  const sent = Object.keys(state.values ?? {}).filter((name) => name.startsWith(`${list}[`));
  const highest = Math.max(-1, ...sent.map((name) => Number(name.slice(list.length + 1).split("]")[0])));
  return Array.from({ length: highest + 1 }, (_, i) => i);
}

/** One line for each skill: its name, must-have or nice to have, and the years required, if any. */
export function SkillLines({ state }: { state: FormState }) {
  return (
    <fieldset>
      <legend className="text-md font-semibold">Skills</legend>
      <p className="mb-3 text-sm text-ink-3">
        Choose names from the list. Aliases such as k8s or golang also work. Three must-haves tell candidates
        more than twelve.
      </p>
      <div className="grid gap-3">
        {rowsOf(state, "skills").map((i) => {
          const name = (part: string) => `skills[${i}].${part}`;
          const errors = [name("name"), name("minYears")].flatMap((part) => state.fieldErrors?.[part] ?? []);
          const must = typed(state, name("must"));
          return (
            <div
              key={i}
              className="grid grid-cols-[minmax(0,1fr)_5rem] items-start sm:grid-cols-[minmax(0,1fr)_8.5rem_5rem] gap-x-2 gap-y-1"
            >
              <input
                id={name("name")}
                name={name("name")}
                aria-label={`Skill ${i + 1}`}
                aria-invalid={errors.length > 0 || undefined}
                aria-describedby={errors.length > 0 ? `${name("name")}-error` : undefined}
                list="skill-options"
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

type Responsibility = { slug: string; label: string };

/** The published list of 25: each is a must-have, nice to have, or not required. */
export function ResponsibilityLines({
  state,
  responsibilities,
}: {
  state: FormState;
  responsibilities: Responsibility[];
}) {
  return (
    <fieldset>
      <legend className="text-md font-semibold">Responsibilities</legend>
      <p className="mb-3 text-sm text-ink-3">
        What the person will really do, from the published list of 25.
      </p>
      <ul>
        {responsibilities.map(({ slug, label }) => {
          const name = `responsibilities.${slug}`;
          const value = typed(state, name);
          return (
            <li
              key={slug}
              className="flex items-center justify-between gap-4 border-b border-rule py-1 first:border-t"
            >
              <label htmlFor={name} className="min-w-0 py-1">
                {label}
              </label>
              <select
                key={value}
                id={name}
                name={name}
                defaultValue={value}
                className="control w-36 shrink-0"
              >
                <option value="">–</option>
                <option value="must">Must-have</option>
                <option value="nice">Nice to have</option>
              </select>
            </li>
          );
        })}
      </ul>
    </fieldset>
  );
}

/** Cities with their countries. */
export function PlaceRows({ state }: { state: FormState }) {
  return (
    <fieldset>
      <legend className="font-medium">Places</legend>
      <p className="mb-2 text-sm text-ink-3">
        Add at least one place with its country, unless the work is remote.
      </p>
      <div className="grid gap-2">
        {rowsOf(state, "places").map((i) => {
          const name = (part: string) => `places[${i}].${part}`;
          const errors = [name("city"), name("country")].flatMap((part) => state.fieldErrors?.[part] ?? []);
          return (
            <div key={i} className="grid grid-cols-2 gap-x-2 gap-y-1">
              <input
                id={name("city")}
                name={name("city")}
                aria-label={`City ${i + 1}`}
                placeholder="City"
                autoComplete="off"
                defaultValue={typed(state, name("city"))}
                className="control"
              />
              <input
                id={name("country")}
                name={name("country")}
                aria-label={`Country ${i + 1}`}
                placeholder="Country"
                list="country-options"
                autoComplete="off"
                aria-invalid={errors.length > 0 || undefined}
                aria-describedby={errors.length > 0 ? `${name("country")}-error` : undefined}
                defaultValue={typed(state, name("country"))}
                className="control"
              />
              <div className="col-span-2">
                <FieldError id={name("country")} errors={errors} />
              </div>
            </div>
          );
        })}
      </div>
    </fieldset>
  );
}
