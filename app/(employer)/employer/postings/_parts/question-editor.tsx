"use client";

import { clsx } from "clsx";
import { useEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { useIsScripted } from "@/app/_parts/scripted";
import { Button } from "@/app/_ui/button";
import { Checkbox, Select } from "@/app/_ui/choice-field";
import { FoldSection } from "@/app/_ui/fold-section";
import { SubmitButton } from "@/app/_ui/submit-button";
import { NumberField, TextArea, TextField } from "@/app/_ui/text-field";
import { rowsOf } from "@/lib/forms/rows";
import { type FormState, typed } from "@/lib/forms/state";
import { counted } from "@/lib/plural";
import { mostQuestions, type QuestionKind, questionKinds } from "@/lib/postings/lists";

const kindWords: Record<QuestionKind, string> = {
  text: "Text",
  single: "One of several",
  multiple: "Some of several",
  "yes-no": "Yes or no",
  number: "Number",
};

/** A question in the editor. `row` is its line in the form as it was sent; `key` stays with it when it moves. Spare ones are for those without script. */
type Line = { key: number; row: number | null; kind: QuestionKind; isSpare?: boolean };

/** What applicants are asked. With script they are added, moved and removed at once; without, there are free lines and a place for each. */
export function QuestionEditor({ state, isOpen }: { state: FormState; isOpen: boolean }) {
  const rows = rowsOf(state, "questions");
  const texts = rows.map((row) => typed(state, `questions[${row}].text`));
  const filled = texts.filter((text) => text !== "");
  const kindOf = (row: number) =>
    questionKinds.find((kind) => kind === typed(state, `questions[${row}].kind`)) ?? "text";
  const first = rows.map((row): Line => ({ key: row, row, kind: kindOf(row), isSpare: texts[row] === "" }));
  return (
    <FoldSection
      title="Questions for applicants"
      note={filled.length > 0 ? counted(filled.length, "question") : "Optional"}
      isOpen={isOpen}
      className="grid gap-5"
    >
      <p className="text-sm text-ink-3">
        At most {mostQuestions}. Applicants see them before they apply. Never ask about age, family, health,
        religion, origin or past pay: the law forbids it in most countries.
      </p>
      {/* An answer of the server fills the lines anew. */}
      <Lines key={JSON.stringify(texts)} first={first} state={state} />
    </FoldSection>
  );
}

function Lines({ first, state }: { first: Line[]; state: FormState }) {
  const isScripted = useIsScripted();
  const [all, setLines] = useState(first);
  const lines = isScripted ? all.filter(({ isSpare }) => !isSpare) : all;
  const asked = lines.filter(({ isSpare }) => !isSpare).length;
  const place = useRef<HTMLOListElement>(null);
  const isFirst = useRef(true);
  // biome-ignore lint/correctness/useExhaustiveDependencies: whoever watches the form is told of each change.
  useEffect(() => {
    if (isFirst.current) isFirst.current = false;
    else place.current?.dispatchEvent(new Event("change", { bubbles: true }));
  }, [all]);
  const focus = (id: string) => document.getElementById(id)?.focus();

  function add() {
    const key = Math.max(-1, ...lines.map((line) => line.key)) + 1;
    flushSync(() => setLines([...lines, { key, row: null, kind: "text" }]));
    focus(`questions[${lines.length}].text`);
  }
  function move(at: number, by: -1 | 1) {
    const moved = [...lines];
    const [line] = moved.splice(at, 1);
    if (!line) return;
    moved.splice(at + by, 0, line);
    flushSync(() => setLines(moved));
    focus(`questions[${at + by}].text`);
  }
  function remove(at: number) {
    flushSync(() => setLines(lines.filter((_, i) => i !== at)));
    focus("add-question");
  }
  return (
    <>
      <ol ref={place} className="grid gap-6">
        {lines.map(({ key, row, kind, isSpare }, i) => {
          const kept = (part: string) => (row === null ? "" : typed(state, `questions[${row}].${part}`));
          const field = (part: string) => ({
            name: `questions[${i}].${part}`,
            errors: row === null ? undefined : state.fieldErrors?.[`questions[${row}].${part}`],
            defaultValue: kept(part),
          });
          const hasOptions = kind === "single" || kind === "multiple";
          const { defaultValue: _, ...required } = field("required");
          return (
            <li key={key} className={clsx("grid gap-3 border-l-4 border-rule pl-4", isSpare && "if-plain")}>
              <TextField {...field("text")} label={`Question ${i + 1}`} />
              <div className="flex flex-wrap items-end gap-4">
                <div
                  onChange={(event) => {
                    const { target } = event;
                    const chosen =
                      target instanceof HTMLSelectElement &&
                      questionKinds.find((one) => one === target.value);
                    if (chosen)
                      setLines(lines.map((line, at) => (at === i ? { ...line, kind: chosen } : line)));
                  }}
                >
                  <Select
                    name={`questions[${i}].kind`}
                    label={`Answer to question ${i + 1}`}
                    options={questionKinds.map((value) => ({ value, label: kindWords[value] }))}
                    defaultValue={kept("kind") || "text"}
                  />
                </div>
                <Checkbox
                  {...required}
                  value="on"
                  label={`Question ${i + 1} must be answered`}
                  defaultChecked={kept("required") === "on"}
                />
                {!isScripted && (
                  <NumberField
                    {...field("place")}
                    label={`Place of question ${i + 1}`}
                    defaultValue={kept("place") || String(i + 1)}
                    className="if-plain w-36"
                  />
                )}
              </div>
              {(!isScripted || hasOptions) && (
                <TextArea
                  {...field("options")}
                  label={`Options of question ${i + 1}`}
                  hint={
                    <>
                      One on each line
                      {!isScripted && (
                        <span className="if-plain">, for “one of several” and “some of several”</span>
                      )}
                    </>
                  }
                  rows={3}
                  className={clsx(!hasOptions && "if-plain")}
                />
              )}
              {!isSpare && (
                <fieldset
                  role="presentation"
                  disabled={!isScripted}
                  className="if-scripted flex flex-wrap gap-2"
                >
                  {i > 0 && (
                    <Button size="sm" onClick={() => move(i, -1)}>
                      Move question {i + 1} up
                    </Button>
                  )}
                  {i < asked - 1 && (
                    <Button size="sm" onClick={() => move(i, 1)}>
                      Move question {i + 1} down
                    </Button>
                  )}
                  <Button size="sm" onClick={() => remove(i)}>
                    Remove question {i + 1}
                  </Button>
                </fieldset>
              )}
            </li>
          );
        })}
      </ol>
      <div>
        {!isScripted && (
          <div className="if-plain">
            <SubmitButton look="secondary" size="sm" name="intent" value="save" waiting="Saving…">
              Save and add questions
            </SubmitButton>
          </div>
        )}
        {asked < mostQuestions && (
          <button
            type="button"
            id="add-question"
            disabled={!isScripted}
            onClick={add}
            className="if-scripted min-h-11 rounded border border-control px-4 font-medium hover:border-ink hover:bg-raised"
          >
            Add a question
          </button>
        )}
      </div>
    </>
  );
}
