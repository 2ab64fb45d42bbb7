import type { ChangeEventHandler, ReactNode } from "react";
import { Field, FieldError, FieldGroup, FieldHint, type FieldProps, fieldWiring } from "./field";

export type Option = { value: string; label: ReactNode; hint?: ReactNode };

/** One of a few, closed. `empty` is the text of the choice that says nothing. */
export function Select({
  options,
  defaultValue,
  empty,
  onChange,
  ...props
}: FieldProps & {
  options: readonly { value: string; label: string }[];
  defaultValue?: string;
  empty?: string;
  onChange?: ChangeEventHandler<HTMLSelectElement>;
}) {
  return (
    <Field {...props}>
      {/* The key renews the control when an answer of the server changes its value. */}
      <select
        {...fieldWiring(props)}
        key={defaultValue}
        defaultValue={defaultValue ?? ""}
        onChange={onChange}
        className="control"
      >
        {empty !== undefined && <option value="">{empty}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  );
}

/** A single yes. */
export function Checkbox({
  label,
  hint,
  errors,
  defaultChecked,
  value = "1",
  className,
  ...rest
}: FieldProps & { defaultChecked?: boolean; value?: string }) {
  const wiring = fieldWiring({ hint, errors, ...rest });
  return (
    <div className={className}>
      <Choice type="checkbox" {...wiring} value={value} defaultChecked={defaultChecked} label={label} />
      <FieldHint id={wiring.id} hint={hint} />
      <FieldError id={wiring.id} errors={errors} />
    </div>
  );
}

/** Any of a few. The form sends the name once for each. `columns` sets them side by side where there is room. */
export function CheckboxGroup({
  options,
  defaultValue = [],
  columns,
  ...props
}: FieldProps & { options: readonly Option[]; defaultValue?: readonly string[]; columns?: boolean }) {
  return (
    <FieldGroup {...props}>
      <div className={columns ? "grid gap-x-6 sm:grid-cols-2" : "grid"}>
        {options.map((option) => (
          <Choice
            key={option.value}
            type="checkbox"
            name={props.name}
            {...option}
            defaultChecked={defaultValue.includes(option.value)}
          />
        ))}
      </div>
    </FieldGroup>
  );
}

/** Exactly one of a few, all in sight. */
export function RadioGroup({
  options,
  defaultValue,
  inline,
  ...props
}: FieldProps & { options: readonly Option[]; defaultValue?: string; inline?: boolean }) {
  return (
    <FieldGroup {...props}>
      <div className={inline ? "flex flex-wrap gap-x-6" : "grid"}>
        {options.map((option) => (
          <Choice
            key={option.value}
            type="radio"
            name={props.name}
            required={props.required}
            {...option}
            defaultChecked={defaultValue === option.value}
          />
        ))}
      </div>
    </FieldGroup>
  );
}

/** A box or dot with its words; the whole line is the target, 44 px high. */
function Choice({
  label,
  hint,
  ...input
}: Option & {
  type: "checkbox" | "radio";
  name: string;
  id?: string;
  required?: boolean;
  defaultChecked?: boolean;
}) {
  return (
    <label className="flex min-h-11 cursor-pointer items-start gap-3 py-2.5 leading-6">
      <input {...input} className="mt-0.5 size-5 shrink-0" />
      <span>
        {label}
        {hint && <span className="block text-sm text-ink-3">{hint}</span>}
      </span>
    </label>
  );
}
