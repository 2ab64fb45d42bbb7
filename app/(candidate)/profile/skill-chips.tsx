import { clsx } from "clsx";
import { useState } from "react";
import { useIsScripted } from "@/app/_parts/scripted";
import { Button } from "@/app/_ui/button";
import { FieldError } from "@/app/_ui/field";
import { Mark } from "@/app/_ui/mark";
import { findSuggestions, type Suggested, SuggestField } from "@/app/_ui/suggest-field";
import { mostProfileSkills } from "@/lib/profiles/lists";
import { type Shown, ShownBy } from "./shown-by";
import { SkillDetails } from "./skill-details";
import type { SkillLine } from "./skill-lines";

/** The skills of a profile as chips: each with its years, and the rest folded away. */
export function SkillChips({ first, evidence }: { first: SkillLine[]; evidence: readonly Shown[] }) {
  const [lines, setLines] = useState(first);
  const [typed, setTyped] = useState("");
  const [said, setSaid] = useState("");

  function add(given: string) {
    const name = given.trim();
    setTyped("");
    if (name === "") return;
    if (lines.some((line) => line.name.toLowerCase() === name.toLowerCase()))
      return setSaid(`${name} is in the list already.`);
    if (lines.length >= mostProfileSkills) return setSaid(`At most ${mostProfileSkills} skills.`);
    const id = Math.max(-1, ...lines.map((line) => line.id)) + 1;
    setLines([...lines, { id, name, has: true, years: "", level: "", lastUsed: "", row: null, errors: [] }]);
    setSaid(`${name} added.`);
  }
  /** Adds what was typed, which gets the skill's own name as soon as the server says it. */
  async function addTyped() {
    const wanted = typed.trim();
    add(wanted);
    const [own] = (wanted && (await findSuggestions("skills", wanted))) || [];
    if (own?.alias?.toLowerCase() !== wanted.toLowerCase()) return;
    if (lines.some(({ name }) => name === own.value)) setSaid(`${own.value} is in the list already.`);
    setLines((all) =>
      all.some(({ name }) => name === own.value)
        ? all.filter(({ name }) => name !== wanted)
        : all.map((line) => (line.name === wanted ? { ...line, name: own.value } : line)),
    );
  }
  const change = (id: number, part: Partial<SkillLine>) =>
    setLines((all) => all.map((line) => (line.id === id ? { ...line, ...part, errors: [] } : line)));
  function remove({ id, name }: SkillLine) {
    setLines((all) => all.filter((line) => line.id !== id));
    setSaid(`${name} removed.`);
    document.getElementById("skill-name")?.focus();
  }
  return (
    <div>
      <div className="flex items-start gap-2">
        <div className="min-w-0 flex-1">
          <SuggestField
            of="skills"
            id="skill-name"
            label="Add a skill"
            placeholder="Go, PostgreSQL, k8s…"
            value={typed}
            onType={setTyped}
            onChoose={({ value }: Suggested) => add(value)}
            onEnter={addTyped}
          />
        </div>
        <Button onClick={addTyped}>Add</Button>
      </div>
      <p role="status" className="sr-only">
        {said}
      </p>
      <ul aria-label="Your skills" className="mt-4 flex flex-wrap items-start gap-2">
        {lines.map((line, at) => (
          <SkillChip
            key={line.id}
            line={line}
            at={at}
            evidence={evidence}
            onChange={(part) => change(line.id, part)}
            onRemove={() => remove(line)}
          />
        ))}
      </ul>
    </div>
  );
}

function SkillChip({
  line,
  at,
  evidence,
  onChange,
  onRemove,
}: {
  line: SkillLine;
  /** Its place in the form. */
  at: number;
  evidence: readonly Shown[];
  onChange: (part: Partial<SkillLine>) => void;
  onRemove: () => void;
}) {
  const { name, has, years, row, errors } = line;
  const isScripted = useIsScripted();
  const field = (part: string) => (isScripted ? `skills[${at}].${part}` : undefined);
  const isWrong = errors.length > 0;
  return (
    <li
      id={row === null || !isScripted ? undefined : `skills[${row}].name`}
      tabIndex={row === null ? undefined : -1}
      className={clsx("max-w-full rounded border", isWrong ? "border-bad" : "border-control")}
    >
      <input type="hidden" name={field("name")} value={name} />
      <input type="hidden" name={field("has")} value={has ? "yes" : "no"} />
      <div className="flex items-stretch">
        <span className="flex min-w-0 flex-1 items-center gap-x-2 px-2.5 py-1.5">
          <span className={clsx("min-w-0 font-medium break-words", !has && "text-ink-3 line-through")}>
            {name}
          </span>
          {!has && <span className="text-sm text-ink-3">no</span>}
        </span>
        {has && (
          <input
            name={field("years")}
            aria-label={`Years of ${name}`}
            inputMode="decimal"
            autoComplete="off"
            placeholder="Years"
            value={years}
            onChange={(event) => onChange({ years: event.target.value })}
            className="figure min-h-11 w-16 border-l border-rule bg-paper px-2 text-sm"
          />
        )}
        <button
          type="button"
          onClick={onRemove}
          className="min-h-11 border-l border-rule px-3 hover:bg-raised"
        >
          <Mark name="cross" />
          <span className="sr-only">Remove {name}</span>
        </button>
      </div>
      <div className="border-t border-rule px-2.5 pt-1">
        <ShownBy tag={name} evidence={evidence} />
        <FieldError id={`skill-${at}`} errors={errors} />
        <SkillDetails line={line} field={field} onChange={onChange} />
      </div>
    </li>
  );
}
