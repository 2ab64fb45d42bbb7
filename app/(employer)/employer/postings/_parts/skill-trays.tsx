"use client";

import { dropTargetForElements } from "@atlaskit/pragmatic-drag-and-drop/element/adapter";
import { type ReactNode, useEffect, useEffectEvent, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { Button } from "@/app/_ui/button";
import { Mark } from "@/app/_ui/mark";
import { findSuggestions, type Suggested, SuggestField } from "@/app/_ui/suggest-field";
import { counted } from "@/lib/plural";
import { mostSkills } from "@/lib/postings/lists";
import { type Count, capital, people } from "./count-words";
import { draggedSkill, SkillChip } from "./skill-chip";
import { type Line, placed, type Spot, spotBeside } from "./skill-lines";

/** From this number of must-haves on, each costs more candidates than it tells. */
const manyMusts = 6;

/** The skills as chips in two trays, Must-have and Nice to have. Each has its years, and buttons that move and remove it. */
export function SkillTrays({
  first,
  unknown,
  meeting,
}: {
  first: Line[];
  /** Names that are no skill's, each with the skill that may have been meant. */
  unknown: ReadonlyMap<string, string | null>;
  /** How many candidates meet every must-have. */
  meeting: Count | undefined;
}) {
  const [lines, setLines] = useState(first);
  const [typed, setTyped] = useState("");
  const [said, setSaid] = useState("");
  const place = useRef<HTMLFieldSetElement>(null);
  const isFirst = useRef(true);
  // biome-ignore lint/correctness/useExhaustiveDependencies: whoever watches the form is told of each change.
  useEffect(() => {
    if (isFirst.current) isFirst.current = false;
    else place.current?.dispatchEvent(new Event("change", { bubbles: true }));
  }, [lines]);

  function add({ value, alias }: Suggested, must: boolean) {
    const wanted = value.trim();
    setTyped("");
    if (wanted === "") return;
    if (lines.some((line) => line.name.toLowerCase() === wanted.toLowerCase()))
      return setSaid(`${wanted} is in the list already.`);
    if (lines.length >= mostSkills) return setSaid(`A posting has at most ${mostSkills} skills.`);
    const id = Math.max(-1, ...lines.map((line) => line.id)) + 1;
    setLines([...lines, { id, name: wanted, alias, must, years: "", row: null, errors: [] }]);
    setSaid(`${wanted} added: ${must ? "must-have" : "nice to have"}.`);
  }
  /** Adds what was typed, which gets the skill's own name as soon as the server says it. */
  async function addTyped(must: boolean) {
    add({ value: typed, alias: null }, must);
    const wanted = typed.trim();
    const [own] = (wanted && (await findSuggestions("skills", wanted))) || [];
    if (own?.alias?.toLowerCase() !== wanted.toLowerCase()) return;
    if (lines.some(({ name }) => name === own.value)) setSaid(`${own.value} is in the list already.`);
    setLines((all) =>
      all.some(({ name }) => name === own.value)
        ? all.filter(({ name }) => name !== wanted)
        : all.map((line) => (line.name === wanted ? { ...line, name: own.value, alias: own.alias } : line)),
    );
  }
  const change = (id: number, part: Partial<Line>) =>
    setLines((all) => all.map((line) => (line.id === id ? { ...line, ...part } : line)));
  const focus = (id: string) => document.getElementById(id)?.focus();

  /** By a button or key, which stays in focus. */
  function move({ name }: Line, spot: Spot | null) {
    if (!spot) return;
    flushSync(() => drop(name, spot));
    focus(`move ${name}`);
  }
  function drop(name: string, spot: Spot) {
    setLines((all) => placed(all, name, spot));
    setSaid(`${name} is ${spot.must ? "a must-have" : "nice to have"} now.`);
  }
  function remove({ name }: Line) {
    setLines((all) => all.filter((line) => line.name !== name));
    setSaid(`${name} removed.`);
    focus("skill-name");
  }
  const replace = (line: Line, name: string) =>
    lines.some((other) => other.name === name)
      ? remove(line)
      : change(line.id, { name, alias: null, errors: [] });

  const musts = lines.filter(({ must }) => must);
  const trays = [
    { title: "Must-have", must: true, tray: musts, from: 0 },
    { title: "Nice to have", must: false, tray: lines.filter(({ must }) => !must), from: musts.length },
  ];
  return (
    <fieldset ref={place}>
      <legend className="text-md font-semibold">Skills</legend>
      <p id="skill-name-hint" className="mb-2 text-sm text-ink-3">
        Type a name or an alias, such as k8s. Enter adds a must-have, Shift and Enter a nice to have. To move
        a skill, drag its name, or use its button: the arrow keys change its place there.
      </p>
      <div className="flex flex-wrap items-start gap-2">
        <div className="min-w-48 flex-1">
          <SuggestField
            of="skills"
            id="skill-name"
            label="Add a skill"
            placeholder="Go, PostgreSQL, k8s…"
            value={typed}
            onType={setTyped}
            onChoose={(one, isShifted) => add(one, !isShifted)}
            onEnter={(isShifted) => addTyped(!isShifted)}
          />
        </div>
        <Button onClick={() => addTyped(true)}>Add must-have</Button>
        <Button onClick={() => addTyped(false)}>Add nice to have</Button>
      </div>
      <p role="status" className="sr-only">
        {said}
      </p>
      <div className="mt-4 grid gap-4">
        {trays.map(({ title, must, tray, from }) => (
          <Tray key={title} onDrop={(name) => drop(name, { must })}>
            <h3 className="eyebrow mb-1">
              {title} <span className="figure">{tray.length}</span>
            </h3>
            {tray.length === 0 && <p className="text-sm text-ink-3">None yet.</p>}
            <ul aria-label={`${title} skills`} className="flex flex-wrap items-start gap-2">
              {tray.map((line, i) => (
                <SkillChip
                  key={line.id}
                  line={line}
                  at={from + i}
                  near={unknown.get(line.name)}
                  onYears={(years) => change(line.id, { years, errors: [] })}
                  onMove={() => move(line, { must: !must })}
                  onStep={(isBehind) => move(line, spotBeside(lines, line, isBehind))}
                  onDrop={(name, isBehind) => drop(name, { must, beside: { name: line.name, isBehind } })}
                  onRemove={() => remove(line)}
                  onReplace={(name) => replace(line, name)}
                />
              ))}
            </ul>
          </Tray>
        ))}
        {musts.length >= manyMusts && (
          <p role="status" className="text-sm text-warn">
            <Mark name="alert" /> You ask for {counted(musts.length, "must-have skill")}.{" "}
            {meeting !== undefined && `${capital(people(meeting))} meet every must-have. `}
            Three tell candidates more than twelve: move what can be learned to nice to have.
          </p>
        )}
      </div>
    </fieldset>
  );
}

/** A tray that skills can be dropped into: at its end, where none of its chips takes them. */
function Tray({ onDrop, children }: { onDrop: (name: string) => void; children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null);
  const [isOver, setOver] = useState(false);
  const drop = useEffectEvent(onDrop);
  useEffect(() => {
    const element = place.current;
    if (!element) return;
    return dropTargetForElements({
      element,
      canDrop: ({ source }) => draggedSkill(source.data) !== null,
      onDragEnter: () => setOver(true),
      onDragLeave: () => setOver(false),
      onDrop: ({ source, self, location }) => {
        setOver(false);
        const dropped = draggedSkill(source.data);
        if (dropped !== null && location.current.dropTargets[0]?.element === self.element) drop(dropped);
      },
    });
  }, []);
  return (
    <div ref={place} className={isOver ? "bg-raised" : undefined}>
      {children}
    </div>
  );
}
