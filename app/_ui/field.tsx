import { clsx } from "clsx";
import type { ReactNode } from "react";
import { Mark } from "./mark";

/** What every field takes. `errors` are `state.fieldErrors?.[name]`; the id is the name unless a page has it twice. */
export type FieldProps = {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  errors?: readonly string[];
  id?: string;
  required?: boolean;
  /** Shown after the label of a field that may stay empty, on forms where most must be filled. */
  optional?: boolean;
  /** What is still needed of it, shown beside its label. */
  need?: string;
  className?: string;
};

/** The properties that tie a control to its label, hint and error. */
export function fieldWiring({ name, id = name, hint, errors, need, required }: Omit<FieldProps, "label">) {
  const invalid = Boolean(errors?.length);
  const described = [need ? `${id}-need` : "", hint ? `${id}-hint` : "", invalid ? `${id}-error` : ""]
    .filter(Boolean)
    .join(" ");
  return {
    id,
    name,
    required,
    "aria-invalid": invalid || undefined,
    "aria-describedby": described || undefined,
  };
}

/** Label above, hint under it, then the control, then what is wrong with it. */
export function Field({ children, ...field }: FieldProps & { children: ReactNode }) {
  const { name, id = name, label, hint, errors, optional, need, className } = field;
  return (
    <div className={clsx("grid content-start gap-1.5", className)}>
      <div className="flex flex-wrap items-baseline justify-between gap-x-3">
        <label htmlFor={id} className="font-medium">
          {label}
          {optional && <span className="font-normal text-ink-3"> (optional)</span>}
        </label>
        {need && (
          <span id={`${id}-need`} className="text-sm text-warn">
            {need}
          </span>
        )}
      </div>
      <FieldHint id={id} hint={hint} />
      {children}
      <FieldError id={id} errors={errors} />
    </div>
  );
}

/** The same frame for several controls under one question. */
export function FieldGroup({ children, ...field }: FieldProps & { children: ReactNode }) {
  const { name, id = name, label, hint, errors, optional, className } = field;
  const { "aria-describedby": describedBy } = fieldWiring(field);
  return (
    <fieldset id={id} tabIndex={-1} aria-describedby={describedBy} className={className}>
      <legend className="mb-1.5 font-medium">
        {label}
        {optional && <span className="font-normal text-ink-3"> (optional)</span>}
      </legend>
      <div className="grid gap-1.5">
        <FieldHint id={id} hint={hint} />
        {children}
        <FieldError id={id} errors={errors} />
      </div>
    </fieldset>
  );
}

/** Fields that are one answer together, such as both ends of a range with its unit, side by side. */
export function FieldRow({
  legend,
  hint,
  children,
}: {
  legend: ReactNode;
  hint?: ReactNode;
  children: ReactNode;
}) {
  return (
    <fieldset>
      <legend className="mb-1.5 text-md font-semibold">{legend}</legend>
      {hint && <p className="mb-2 text-sm text-ink-3">{hint}</p>}
      <div className="grid grid-cols-2 gap-4 sm:auto-cols-fr sm:grid-flow-col sm:grid-cols-none">
        {children}
      </div>
    </fieldset>
  );
}

export function FieldHint({ id, hint }: { id: string; hint?: ReactNode }) {
  if (!hint) return null;
  return (
    <p id={`${id}-hint`} className="text-sm text-ink-3">
      {hint}
    </p>
  );
}

export function FieldError({ id, errors }: { id: string; errors?: readonly string[] }) {
  if (!errors?.length) return null;
  return (
    <p id={`${id}-error`} className="text-sm font-medium text-bad">
      <Mark name="alert" className="mr-1.5" />
      {errors.join(" ")}
    </p>
  );
}
