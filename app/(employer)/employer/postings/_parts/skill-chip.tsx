import { combine } from "@atlaskit/pragmatic-drag-and-drop/combine";
import { draggable, dropTargetForElements } from "@atlaskit/pragmatic-drag-and-drop/element/adapter";
import { clsx } from "clsx";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { useIsScripted } from "@/app/_parts/scripted";
import { FieldError } from "@/app/_ui/field";
import { Mark } from "@/app/_ui/mark";
import type { Line } from "./skill-lines";

/** What is dragged, for a tray or chip that it is over; null where it is no skill. */
export const draggedSkill = (data: Record<string, unknown>) =>
  typeof data.skill === "string" ? data.skill : null;

type Edge = "before" | "behind";

/** Makes a chip draggable by its handle, and lets others be dropped before or behind it. */
function useDrag(name: string, onDrop: (dropped: string, isBehind: boolean) => void) {
  const item = useRef<HTMLLIElement>(null);
  const handle = useRef<HTMLSpanElement>(null);
  const [edge, setEdge] = useState<Edge | null>(null);
  const [isDragged, setDragged] = useState(false);
  const drop = useEffectEvent(onDrop);
  useEffect(() => {
    const element = item.current;
    if (!element || !handle.current) return;
    const edgeAt = ({ clientX }: { clientX: number }): Edge => {
      const { left, width } = element.getBoundingClientRect();
      return clientX > left + width / 2 ? "behind" : "before";
    };
    return combine(
      draggable({
        element,
        dragHandle: handle.current,
        getInitialData: () => ({ skill: name }),
        onDragStart: () => setDragged(true),
        onDrop: () => setDragged(false),
      }),
      dropTargetForElements({
        element,
        canDrop: ({ source }) => ![null, name].includes(draggedSkill(source.data)),
        onDrag: ({ location }) => setEdge(edgeAt(location.current.input)),
        onDragLeave: () => setEdge(null),
        onDrop: ({ source, location }) => {
          setEdge(null);
          const dropped = draggedSkill(source.data);
          if (dropped !== null) drop(dropped, edgeAt(location.current.input) === "behind");
        },
      }),
    );
  }, [name]);
  return { item, handle, edge, isDragged };
}

/** A skill that can be dragged by its name, with its years and the buttons that move and remove it. */
export function SkillChip({
  line,
  at,
  near,
  onYears,
  onMove,
  onStep,
  onDrop,
  onRemove,
  onReplace,
}: {
  line: Line;
  /** Its place in the form. */
  at: number;
  /** The skill that may have been meant, null for none; undefined where the name is known, or not looked up yet. */
  near: string | null | undefined;
  onYears: (years: string) => void;
  onMove: () => void;
  /** One further to the left or, `isBehind`, to the right. */
  onStep: (isBehind: boolean) => void;
  /** Another skill was dropped before or behind this one. */
  onDrop: (dropped: string, isBehind: boolean) => void;
  onRemove: () => void;
  onReplace: (name: string) => void;
}) {
  const { name, alias, must, years, row, errors } = line;
  const { item, handle, edge, isDragged } = useDrag(name, onDrop);
  const isScripted = useIsScripted();
  const id = row === null || !isScripted ? undefined : `skills[${row}].name`;
  const field = (part: string) => (isScripted ? `skills[${at}].${part}` : undefined);
  const isWrong = errors.length > 0 || near !== undefined;
  return (
    <li
      ref={item}
      id={id}
      tabIndex={id ? -1 : undefined}
      className={clsx(
        "max-w-full rounded border",
        isWrong ? "border-bad" : "border-control",
        edge === "before" && "border-l-accent border-l-4",
        edge === "behind" && "border-r-accent border-r-4",
        isDragged && "opacity-50",
      )}
    >
      <span className="flex items-stretch">
        <input type="hidden" name={field("name")} value={name} />
        <input type="hidden" name={field("must")} value={must ? "must" : "nice"} />
        <span
          ref={handle}
          className="flex min-w-0 cursor-grab flex-wrap content-center items-baseline gap-x-2 px-2.5"
        >
          <span className="min-w-0 font-medium">{name}</span>
          {alias && <span className="text-sm text-ink-3">{alias}</span>}
        </span>
        <input
          name={field("minYears")}
          aria-label={`Years required of ${name}`}
          inputMode="numeric"
          autoComplete="off"
          placeholder="Years"
          value={years}
          onChange={(event) => onYears(event.target.value)}
          className="figure min-h-11 w-14 border-x border-rule bg-paper px-2 text-sm"
        />
        <button
          type="button"
          id={`move ${name}`}
          onClick={onMove}
          aria-keyshortcuts="ArrowLeft ArrowRight"
          onKeyDown={({ key }) => {
            if (key === "ArrowLeft" || key === "ArrowRight") onStep(key === "ArrowRight");
          }}
          className="min-h-11 px-2.5 text-sm hover:bg-raised"
        >
          {must ? "Nice" : "Must"}
          <span className="sr-only">
            : make {name} {must ? "nice to have" : "a must-have"}
          </span>
        </button>
        <button
          type="button"
          onClick={onRemove}
          className="min-h-11 border-l border-rule px-3 hover:bg-raised"
        >
          <Mark name="cross" />
          <span className="sr-only">Remove {name}</span>
        </button>
      </span>
      {isWrong && (
        <span className="flex flex-wrap items-center gap-x-3 border-t border-rule px-2.5 py-1">
          {errors.length > 0 ? (
            <FieldError id={id ?? name} errors={errors} />
          ) : (
            <span className="text-sm text-bad">We do not know this skill.</span>
          )}
          {near && (
            <button type="button" className="link min-h-9 text-sm" onClick={() => onReplace(near)}>
              Change it to {near}
            </button>
          )}
        </span>
      )}
    </li>
  );
}
