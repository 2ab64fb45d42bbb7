"use client";

import { Autocomplete } from "@base-ui/react/autocomplete";
import { type ComponentProps, useEffect, useRef, useState } from "react";
import { fieldWiring } from "./field";

const pauseMs = 120;

/** A name that can be chosen, and what tells it from others: the alias that was typed, or a country. */
export type Suggested = { value: string; alias: string | null };

/** What `/api/suggest/<of>` offers for what is typed; null where it does not answer, which is no fault: the field works without. */
export async function findSuggestions(
  of: "skills" | "cities",
  typed: string,
  signal?: AbortSignal,
): Promise<Suggested[] | null> {
  const answer = await fetch(`/api/suggest/${of}?q=${encodeURIComponent(typed.trim())}`, { signal }).catch(
    () => null,
  );
  if (!answer?.ok) return null;
  const { suggestions } = await answer.json().catch(() => ({ suggestions: [] }));
  return suggestions;
}

function useSuggestions(of: "skills" | "cities") {
  const [found, setFound] = useState<Suggested[]>([]);
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined);
  const asking = useRef<AbortController>(undefined);
  const stop = () => {
    clearTimeout(waiting.current);
    asking.current?.abort();
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: it stops what the refs hold then.
  useEffect(() => stop, []);
  const ask = (typed: string) => {
    stop();
    if (typed.trim() === "") return setFound([]);
    waiting.current = setTimeout(async () => {
      asking.current = new AbortController();
      const { signal } = asking.current;
      const suggestions = await findSuggestions(of, typed, signal);
      if (suggestions && !signal.aborted) setFound(suggestions);
    }, pauseMs);
  };
  return { found, ask };
}

/**
 * A line of text with the server's suggestions below it, chosen by arrow keys and Enter or by a click; what is typed may also stay as it is.
 * `onChoose` gets what was chosen from the list.
 */
export function SuggestField({
  of,
  value,
  onType,
  onChoose,
  onEnter,
  label,
  ...field
}: {
  of: "skills" | "cities";
  value: string;
  onType: (typed: string) => void;
  onChoose?: (chosen: Suggested, isShifted: boolean) => void;
  /** Enter was pressed where nothing of the list is chosen. Without it Enter sends the form. */
  onEnter?: (isShifted: boolean) => void;
  label: string;
  /** Of the field in the form; none where the form does not send it. */
  name?: string;
  id: string;
  placeholder?: string;
  errors?: readonly string[];
}) {
  const { found, ask } = useSuggestions(of);
  const [isOpen, setOpen] = useState(false);
  const isListed = isOpen && found.length > 0;
  const isShifted = useRef(false);
  const isHighlighted = useRef(false);
  const { name, id, placeholder, errors } = field;
  const { name: _, ...wiring } = fieldWiring({ name: name ?? id, id, errors });
  return (
    <Autocomplete.Root
      items={found}
      value={value}
      filter={null}
      open={isListed}
      onOpenChange={setOpen}
      itemToStringValue={(one: Suggested) => one.value}
      onItemHighlighted={(one) => {
        isHighlighted.current = one !== undefined;
      }}
      onValueChange={(typed, { reason }) => {
        onType(typed);
        if (reason === "input-change") ask(typed);
      }}
    >
      <Autocomplete.Input
        {...wiring}
        name={name}
        aria-label={label}
        placeholder={placeholder}
        autoComplete="off"
        className="control"
        onKeyDown={(event) => {
          isShifted.current = event.shiftKey;
          if (event.key !== "Enter" || isHighlighted.current || !onEnter) return;
          event.preventDefault();
          ask("");
          onEnter(event.shiftKey);
        }}
      />
      {/* No `Popup`: that hides the rest of the page from screen readers, with all that can have the focus there. */}
      {isListed && (
        <Autocomplete.Portal>
          <Autocomplete.Positioner sideOffset={2} className="z-30">
            <div className="max-h-(--available-height) w-(--anchor-width) min-w-56 overflow-y-auto border border-control bg-paper shadow-float">
              <Autocomplete.List>
                {(one: Suggested) => (
                  <Autocomplete.Item
                    key={`${one.value} ${one.alias}`}
                    value={one}
                    onClick={() => {
                      ask("");
                      if (onChoose) onChoose(one, isShifted.current);
                      else onType(one.value);
                    }}
                    className="flex min-h-11 cursor-pointer items-center justify-between gap-3 px-3 py-2 data-highlighted:bg-accent-soft"
                  >
                    <span>{one.value}</span>
                    {one.alias && <span className="text-sm text-ink-3">{one.alias}</span>}
                  </Autocomplete.Item>
                )}
              </Autocomplete.List>
            </div>
          </Autocomplete.Positioner>
        </Autocomplete.Portal>
      )}
    </Autocomplete.Root>
  );
}

/** The same as a field of a form: it begins with `defaultValue`, and again when an answer of the server changes that. */
export function SuggestInput({
  defaultValue,
  ...field
}: Pick<ComponentProps<typeof SuggestField>, "of" | "label" | "id" | "placeholder" | "errors"> & {
  name: string;
  defaultValue: string;
}) {
  const [value, setValue] = useState(defaultValue);
  const [shown, setShown] = useState(defaultValue);
  if (shown !== defaultValue) {
    setShown(defaultValue);
    setValue(defaultValue);
  }
  return <SuggestField {...field} value={value} onType={setValue} />;
}
