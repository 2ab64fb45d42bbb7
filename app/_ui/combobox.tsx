"use client";

import { Combobox as Base } from "@base-ui/react/combobox";
import { useMemo, useRef, useState } from "react";
import { FieldError, FieldHint, type FieldProps, fieldWiring } from "./field";
import { Mark } from "./mark";

export type ComboboxOption = {
  value: string;
  label: string;
  /** Other names it is found by. */
  keywords?: readonly string[];
};

/** A further answer about each chosen value, beside it. */
export type ComboboxDetail = {
  key: string;
  label: string;
  /** With options it is a closed choice, without them a number. */
  options?: readonly { value: string; label: string }[];
  /** What was answered, by chosen value. */
  values?: Readonly<Record<string, string>>;
};

/**
 * Many of many: a search over hundreds of options, the chosen ones listed above it, each a ticked box of the form.
 * Sent are: without `details` the name once for each value; with them rows, `skills[0].name`, `skills[0].minYears`.
 * The words in the search box are sent as one more value: without JavaScript they are how values are added, so the
 * reader of the form takes slugs, labels and aliases alike, and an unticked row comes without its name.
 */
export function Combobox({
  options,
  defaultValue = [],
  details = [],
  typed = "",
  placeholder,
  ...field
}: FieldProps & {
  options: readonly ComboboxOption[];
  defaultValue?: readonly string[];
  details?: readonly ComboboxDetail[];
  /** What stood in the search box when the form came back. */
  typed?: string;
  placeholder?: string;
}) {
  const { name, id = name, label, hint, errors, optional, className } = field;
  const byValue = useMemo(() => new Map(options.map((option) => [option.value, option])), [options]);
  const [chosen, setChosen] = useState(() =>
    defaultValue.flatMap((value) => byValue.get(value) ?? { value, label: value }),
  );
  const [words, setWords] = useState(typed);
  const nameOf = (row: number) => (details.length > 0 ? `${name}[${row}].name` : name);
  const input = useRef<HTMLInputElement>(null);

  function takeOff(value: string) {
    setChosen(chosen.filter((one) => one.value !== value));
    input.current?.focus();
  }

  return (
    <div className={`grid content-start gap-1.5 ${className ?? ""}`}>
      <label htmlFor={id} className="font-medium">
        {label}
        {optional && <span className="font-normal text-ink-3"> (optional)</span>}
      </label>
      <FieldHint id={id} hint={hint} />
      {chosen.length > 0 && (
        <ul className="border-t border-rule">
          {chosen.map((one, row) => (
            <li key={one.value} className="flex flex-wrap items-center gap-x-4 border-b border-rule">
              <label className="flex min-h-11 min-w-40 flex-1 cursor-pointer items-center gap-3">
                <input
                  type="checkbox"
                  name={nameOf(row)}
                  value={one.value}
                  defaultChecked
                  onChange={() => takeOff(one.value)}
                  className="size-5"
                />
                {one.label}
              </label>
              {details.length > 0 && (
                <span className="flex gap-x-4 max-sm:w-full max-sm:pl-8">
                  {details.map((detail) => (
                    <Detail
                      key={detail.key}
                      name={`${name}[${row}].${detail.key}`}
                      detail={detail}
                      one={one}
                    />
                  ))}
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
      <Base.Root
        multiple
        items={options}
        value={chosen}
        onValueChange={setChosen}
        inputValue={words}
        onInputValueChange={setWords}
        filter={(option, query) => fits(option, query)}
        isItemEqualToValue={(a, b) => a.value === b.value}
        limit={40}
        autoHighlight
      >
        <Base.Input
          {...fieldWiring(field)}
          name={nameOf(chosen.length)}
          required={false}
          ref={input}
          placeholder={placeholder}
          autoComplete="off"
          className="control"
        />
        <Base.Portal>
          <Base.Positioner sideOffset={2} className="z-40">
            <Base.Popup className="w-[var(--anchor-width)] border border-ink bg-paper shadow-float">
              <Base.Empty className="px-3 text-ink-3 [&:not(:empty)]:py-3">
                Nothing by that name. It can be sent as you typed it.
              </Base.Empty>
              <Base.List className="max-h-72 overflow-y-auto overscroll-contain">
                {(option: ComboboxOption) => (
                  <Base.Item
                    key={option.value}
                    value={option}
                    className="flex min-h-10 cursor-default items-center gap-3 px-3 data-highlighted:bg-raised data-highlighted:text-accent"
                  >
                    <span className="min-w-0 flex-1">{option.label}</span>
                    <Base.ItemIndicator>
                      <Mark name="check" className="text-accent" />
                    </Base.ItemIndicator>
                  </Base.Item>
                )}
              </Base.List>
            </Base.Popup>
          </Base.Positioner>
        </Base.Portal>
      </Base.Root>
      <FieldError id={id} errors={errors} />
    </div>
  );
}

function Detail({ name, detail, one }: { name: string; detail: ComboboxDetail; one: ComboboxOption }) {
  const defaultValue = detail.values?.[one.value] ?? detail.options?.[0]?.value ?? "";
  return (
    <label htmlFor={name} className="flex items-center gap-2 py-1 text-sm text-ink-2">
      {detail.label}
      <span className="sr-only"> of {one.label}</span>
      {detail.options ? (
        <select id={name} name={name} defaultValue={defaultValue} className="control w-auto">
          {detail.options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      ) : (
        <input
          id={name}
          name={name}
          defaultValue={defaultValue}
          inputMode="decimal"
          className="control figure w-20"
        />
      )}
    </label>
  );
}

/** Every word typed begins a word of the label or of another name. */
function fits(option: ComboboxOption, query: string): boolean {
  const typed = query.toLowerCase().trim();
  if (typed === "") return true;
  return [option.label, option.value, ...(option.keywords ?? [])].some((name) => {
    const words = name.toLowerCase();
    return (
      words.startsWith(typed) || words.includes(` ${typed}`) || (typed.length > 2 && words.includes(typed))
    );
  });
}
