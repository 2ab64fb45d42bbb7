"use client";

import { useEffect, useState } from "react";
import { Button } from "@/app/_ui/button";
import type { Waiting } from "@/lib/moderation/queries/queue";

const keysOf = {
  posting: [
    { key: "a", does: "approve" },
    { key: "s", does: "send back" },
    { key: "f", does: "freeze" },
    { key: "r", does: "remove" },
    { key: "c", does: "nothing is wrong" },
    { key: "n", does: "review next" },
  ],
  company: [
    { key: "a", does: "approve" },
    { key: "s", does: "send back" },
    { key: "r", does: "take down" },
    { key: "n", does: "review next" },
  ],
} satisfies Record<Waiting["kind"], { key: string; does: string }[]>;

/** Under which the browser keeps that the keys are off. */
const storage = "desk keys";

/**
 * Single keys that lead to the parts of the decision: each opens its part and puts the focus on its first control, so nothing is decided by
 * one key. They do nothing while a field has the focus, and can be turned off.
 */
export function DeskKeys({ of }: { of: Waiting["kind"] }) {
  const keys = keysOf[of];
  const [isOn, setOn] = useState(true);
  useEffect(() => setOn(localStorage.getItem(storage) !== "off"), []);
  useEffect(() => {
    if (!isOn) return;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.metaKey || event.ctrlKey || event.altKey || isTyping(event.target)) return;
      if (keys.some(({ key }) => key === event.key) && lead(event.key)) event.preventDefault();
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [isOn, keys]);
  const turn = () => {
    localStorage.setItem(storage, isOn ? "off" : "on");
    setOn(!isOn);
  };
  return (
    <div className="if-scripted grid justify-items-start gap-2 text-sm text-ink-3 max-md:hidden">
      {isOn && (
        <p>
          Keys:{" "}
          {keys.map(({ key, does }, i) => (
            <span key={key}>
              {i > 0 && ", "}
              <kbd>{key}</kbd> {does}
            </span>
          ))}
          . Then <kbd>Enter</kbd>.
        </p>
      )}
      <Button size="sm" onClick={turn}>
        {isOn ? "Turn the keys off" : "Turn the keys on"}
      </Button>
    </div>
  );
}

/** Opens the part of a key and puts the focus there. Whether the page has it. */
function lead(key: string): boolean {
  const part = document.querySelector<HTMLElement>(`[data-key="${key}"]`);
  if (!part) return false;
  // The part itself may be folded; what is folded inside it stays so.
  const fold = part.firstElementChild;
  if (fold instanceof HTMLDetailsElement) fold.open = true;
  const controls = [
    ...part.querySelectorAll<HTMLElement>("select, textarea, button, input:not([type=hidden])"),
  ];
  controls.find((control) => control.checkVisibility())?.focus();
  return true;
}

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(?:input|textarea|select)$/i.test(target.tagName));
