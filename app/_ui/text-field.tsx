import { clsx } from "clsx";
import type { InputHTMLAttributes, ReactNode, TextareaHTMLAttributes } from "react";
import { Field, type FieldProps, fieldWiring } from "./field";

type Native<T> = Omit<T, keyof FieldProps | "defaultValue" | "value">;

/** One line of text. What was typed comes back through `defaultValue`. `mono` for figures, slugs and addresses. */
export function TextField({
  mono,
  defaultValue,
  prefix,
  suffix,
  ...props
}: FieldProps & { defaultValue?: string; mono?: boolean; prefix?: ReactNode; suffix?: ReactNode } & Native<
    Omit<InputHTMLAttributes<HTMLInputElement>, "prefix">
  >) {
  const { label, hint, errors, optional, need, className, ...native } = props;
  const control = (
    <input
      {...native}
      {...fieldWiring(props)}
      defaultValue={defaultValue}
      className={clsx("control", mono && "figure")}
    />
  );
  return (
    <Field {...props}>
      {prefix || suffix ? (
        <span className="flex items-center gap-2">
          {prefix && <span className="text-ink-3">{prefix}</span>}
          {control}
          {suffix && <span className="whitespace-nowrap text-ink-3">{suffix}</span>}
        </span>
      ) : (
        control
      )}
    </Field>
  );
}

/** A number typed as text: no spinner, no wheel accidents, a number pad on phones. The server decides what is one. */
export function NumberField(props: Parameters<typeof TextField>[0]) {
  return <TextField inputMode="decimal" autoComplete="off" mono {...props} />;
}

/** Several lines of text. */
export function TextArea({
  defaultValue,
  rows = 6,
  mono,
  ...props
}: FieldProps & { defaultValue?: string; mono?: boolean } & Native<
    TextareaHTMLAttributes<HTMLTextAreaElement>
  >) {
  const { label, hint, errors, optional, need, className, ...native } = props;
  return (
    <Field {...props}>
      <textarea
        {...native}
        {...fieldWiring(props)}
        rows={rows}
        defaultValue={defaultValue}
        className={clsx("control", mono && "figure")}
      />
    </Field>
  );
}
