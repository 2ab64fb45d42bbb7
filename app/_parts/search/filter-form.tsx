import type { ReactNode } from "react";
import { Button } from "@/app/_ui/button";
import type { SearchPlace } from "./search-view";

/** A filter that is a sum or a number of one's own: a small GET form beside the lists of answers. `submit` is the text of its button. */
export function FilterForm({
  kept,
  path,
  submit,
  children,
}: {
  kept: readonly (readonly [name: string, value: string])[];
  path: SearchPlace["path"];
  submit: string;
  children: ReactNode;
}) {
  return (
    <form action={path} method="get" data-keep-scroll className="flex items-end gap-2 pb-3">
      {kept.map(([name, value]) => (
        <input key={`${name}=${value}`} type="hidden" name={name} value={value} />
      ))}
      {children}
      <Button type="submit" size="sm">
        {submit}
      </Button>
    </form>
  );
}

/** The control of such a form: low, in mono. */
export function FilterNumber({
  name,
  label,
  value,
  suffix,
}: {
  name: string;
  label: string;
  value?: string;
  suffix?: string;
}) {
  return (
    <label className="flex min-w-0 flex-1 items-center gap-2 text-sm text-ink-2">
      <span className="sr-only">{label}</span>
      <input
        key={value}
        name={name}
        defaultValue={value}
        inputMode="decimal"
        autoComplete="off"
        className="control figure min-h-9 px-2 py-1"
      />
      {suffix}
    </label>
  );
}

/** Words of one's own. */
export function FilterText({
  name,
  label,
  value,
  placeholder,
}: {
  name: string;
  label: string;
  value?: string;
  placeholder: string;
}) {
  return (
    <input
      key={value}
      name={name}
      aria-label={label}
      defaultValue={value}
      placeholder={placeholder}
      autoComplete="off"
      className="control min-h-9 min-w-0 flex-1 px-2 py-1"
    />
  );
}

/** A closed choice beside it. It means nothing without the control `of`, and is not sent where that is empty. */
export function FilterSelect({
  name,
  of,
  label,
  value,
  options,
  suffix,
}: {
  suffix?: string;
  name: string;
  of: string;
  label: string;
  value: string;
  options: readonly string[];
}) {
  return (
    <select
      key={value}
      name={name}
      data-needs={of}
      defaultValue={value}
      aria-label={label}
      className="control figure min-h-9 w-auto px-1 py-1"
    >
      {options.map((option) => (
        <option key={option} value={option}>
          {suffix ? `${option} ${suffix}` : option}
        </option>
      ))}
    </select>
  );
}
