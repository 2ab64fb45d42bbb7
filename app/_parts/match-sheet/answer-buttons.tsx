import { Button } from "@/app/_ui/button";
import { FieldError } from "@/app/_ui/field";
import { type FormState, typed } from "@/lib/forms/state";
import { degreeWords, optionsOf } from "@/lib/taxonomy/words";
import type { Question } from "./question";

/** The answers to one question, as buttons of its form; the field for years is beside the answer that uses it. */
export function AnswerButtons({
  kind,
  state,
  id = "years",
  canSkip = true,
}: {
  kind: Question["kind"];
  state: FormState;
  /** Of the field for years, on a page that has several. */
  id?: string;
  canSkip?: boolean;
}) {
  const errors = [...(state.fieldErrors?.years ?? []), ...(state.fieldErrors?.answer ?? [])];
  return (
    <>
      <div className="mt-3 flex flex-wrap items-center gap-2">
        {(kind === "skill" || kind === "responsibility") && (
          <Answer value="yes" shortcut="y">
            Yes
          </Answer>
        )}
        {(kind === "skill" || kind === "years" || kind === "experience") && (
          <span className="flex items-center gap-1">
            <input
              id={id}
              name="years"
              aria-label={kind === "skill" ? "Years with this skill" : "Years"}
              aria-invalid={errors.length > 0 || undefined}
              aria-describedby={errors.length > 0 ? `${id}-error` : undefined}
              inputMode="decimal"
              autoComplete="off"
              placeholder="Years"
              defaultValue={typed(state, "years")}
              className="control figure min-h-11 w-20"
            />
            <Answer value="years">{kind === "skill" ? "Yes, this many years" : "Save"}</Answer>
          </span>
        )}
        {kind === "degree" &&
          optionsOf(degreeWords).map(({ value, label }, at) => (
            <Answer key={value} value={value} shortcut={String(at + 1)}>
              {label}
            </Answer>
          ))}
        {(kind === "skill" || kind === "responsibility") && (
          <Answer value="no" shortcut="n">
            No
          </Answer>
        )}
        {canSkip && (
          <Button type="submit" name="answer" value="skip" look="quiet" data-key="s">
            Skip
          </Button>
        )}
      </div>
      <FieldError
        id={id}
        errors={
          errors.length > 0 ? errors : state.message && !state.fieldErrors ? [state.message] : undefined
        }
      />
    </>
  );
}

/** `shortcut` is the key that presses the button in the quick questions. */
function Answer({ value, shortcut, children }: { value: string; shortcut?: string; children: string }) {
  return (
    <Button type="submit" name="answer" value={value} data-key={shortcut}>
      {children}
    </Button>
  );
}
