import { Checkbox } from "@/app/_ui/choice-field";
import { FieldError } from "@/app/_ui/field";
import { Section } from "@/app/_ui/section";
import { type FormState, typed } from "@/lib/forms/state";
import type { Review } from "@/lib/profiles/resume/review";
import { isTicked } from "./tick";

/** Every skill that the text names, with its years by the dates of the jobs that show it. */
export function ReadSkills({
  skills,
  others,
  state,
}: {
  skills: Review["skills"];
  others: readonly string[];
  state: FormState;
}) {
  return (
    <Section title="Skills" note={`${skills.length} found`}>
      <p className="mb-2 max-w-measure text-sm text-ink-2">
        The years of a skill are counted from the dates of the jobs that mention it. Correct what is not
        right.
      </p>
      <ul>
        {skills.map(({ slug, label, own, years }, at) => {
          const name = (part: string) => `skills[${at}].${part}`;
          return (
            <li
              key={slug}
              data-proof={`skill:${slug}`}
              className="grid grid-cols-[minmax(0,1fr)_5.5rem] items-start gap-x-4 border-b border-rule py-1"
            >
              <input type="hidden" name={name("slug")} value={slug} />
              <Checkbox
                name={name("keep")}
                value="on"
                label={label}
                hint={own ? "Already in your profile" : undefined}
                defaultChecked={isTicked(state, name("keep"))}
              />
              <input
                id={name("years")}
                name={name("years")}
                aria-label={`Years of ${label}`}
                aria-invalid={state.fieldErrors?.[name("years")] ? true : undefined}
                aria-describedby={state.fieldErrors?.[name("years")] ? `${name("years")}-error` : undefined}
                inputMode="decimal"
                placeholder="Years"
                defaultValue={typed(state, name("years"), years)}
                className="control figure"
              />
              <div className="col-span-2">
                <FieldError id={name("years")} errors={state.fieldErrors?.[name("years")]} />
              </div>
            </li>
          );
        })}
      </ul>
      {others.length > 0 && (
        <p className="mt-4 text-sm text-ink-3">
          Also named as skills but not in our list, so no posting asks for them: {others.join(", ")}.
        </p>
      )}
    </Section>
  );
}
