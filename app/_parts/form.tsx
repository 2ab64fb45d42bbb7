"use client";

import { usePathname } from "next/navigation";
import {
  createContext,
  type FocusEventHandler,
  type FormEventHandler,
  type ReactNode,
  type RefObject,
  useActionState,
  useContext,
  useRef,
  useState,
} from "react";
import { useTypedMeanwhile } from "@/app/_parts/typed-meanwhile";
import { ErrorSummary } from "@/app/_ui/error-summary";
import { Notice } from "@/app/_ui/notice";
import {
  type FormRecord,
  type FormState,
  type FormValues,
  formField,
  untouched,
  versionField,
} from "@/lib/forms/state";

type Unsent = { form: string; values: FormValues; version: string | null };
type Action = (state: FormState, data: FormData) => Promise<FormState>;

const UnsentContext = createContext<{
  path: string;
  forms: readonly Unsent[];
  forget: (form: string) => void;
} | null>(null);

/** Gives the forms of the page at `path` what was typed into them before the person had to sign in again. */
export function UnsentForms({
  path,
  forms: first,
  children,
}: {
  path: string;
  forms: readonly Unsent[];
  children: ReactNode;
}) {
  const [forms, setForms] = useState(first);
  const forget = (form: string) => setForms((all) => all.filter((one) => one.form !== form));
  return <UnsentContext.Provider value={{ path, forms, forget }}>{children}</UnsentContext.Provider>;
}

/**
 * The state of a form that sends `action`, for the `Form` that is drawn from it. `name` tells it from the other forms of the page.
 * `record` is what it changes, as `formRecord` gives it: its values fill the fields until something is typed.
 */
export function useForm(action: Action, { name, record }: { name: string; record?: FormRecord }) {
  const path = usePathname();
  const unsent = useContext(UnsentContext);
  const kept = unsent?.path === path ? unsent.forms.find((one) => one.form === name) : undefined;
  const restored: FormState = kept
    ? {
        message:
          "You were signed out before this was saved. What you typed is still here. Check it, then send it again.",
        values: kept.values,
        version: kept.version ?? undefined,
        isRestored: true,
      }
    : untouched;
  const [answer, send] = useActionState(action, restored);
  const [later, setLater] = useState<{ after: FormState; of?: string; state: FormState }>();
  const state = later?.after === answer && later.of === record?.version ? later.state : answer;
  const shown: FormState =
    state.values || !record ? state : { ...record, ...state, version: state.version ?? record.version };
  return {
    name,
    state: shown,
    send,
    forget: () => kept && unsent?.forget(name),
    /** What the action answered where it was called beside the form: the form is told as if it had been sent. */
    tell: (told: FormState) => setLater({ after: answer, of: record?.version, state: { ...state, ...told } }),
  };
}

/** A form that says at its top what was refused, and tells its action which form it is and from which version it began. */
export function Form({
  form: { name, state, send, forget },
  id,
  at,
  ref,
  onSubmit,
  className,
  onFocus,
  children,
}: {
  form: ReturnType<typeof useForm>;
  id?: string;
  /** What the ids of its fields end in, on a page that has them twice. */
  at?: string;
  ref?: RefObject<HTMLFormElement | null>;
  onSubmit?: FormEventHandler<HTMLFormElement>;
  className?: string;
  onFocus?: FocusEventHandler<HTMLFormElement>;
  children: ReactNode;
}) {
  const own = useRef<HTMLFormElement>(null);
  const place = ref ?? own;
  const { onSent, onReset } = useTypedMeanwhile(place, name);
  return (
    <form
      id={id}
      ref={place}
      action={send}
      onSubmit={(event) => {
        onSubmit?.(event);
        if (event.defaultPrevented) return;
        forget();
        onSent();
      }}
      onReset={onReset}
      onFocus={onFocus}
      className={className}
      noValidate
    >
      <ErrorSummary state={state} at={at} />
      {state.message && !state.fieldErrors && (
        <Notice tone={state.isRestored ? "warning" : "danger"} live title={state.message} />
      )}
      <input type="hidden" name={formField} value={name} />
      {state.version !== undefined && <input type="hidden" name={versionField} value={state.version} />}
      {children}
    </form>
  );
}
