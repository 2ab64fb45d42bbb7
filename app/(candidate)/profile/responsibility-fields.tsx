import { clsx } from "clsx";
import { type FormState, typed } from "@/lib/forms/state";
import { type Shown, ShownBy } from "./shown-by";

/** The published list of 25: yes, no, or nothing said. */
export function ResponsibilityFields({
  state,
  evidence,
  responsibilities,
}: {
  state: FormState;
  evidence: readonly Shown[];
  responsibilities: readonly { slug: string; label: string }[];
}) {
  return (
    <div>
      <p className="mb-3 text-sm text-ink-3">
        The public list of 25 that postings choose from. If you answer “No”, we will not ask you again.
      </p>
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
    </div>
  );
}
