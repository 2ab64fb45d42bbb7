import { type FormEvent, type RefObject, useEffect, useEffectEvent, useRef, useState } from "react";
import { noteTyping } from "@/app/_parts/typed-meanwhile";
import { type FormState, untouched, versionField } from "@/lib/forms/state";

const pauseMs = 2_000;

type Action = (state: FormState, data: FormData) => Promise<FormState>;

/** Where the writing stands: what is typed is saved, or waits, or could not be saved for the reason that is told. */
export type Saving = { state: "saved" | "waits" | "saving" | "refused"; message?: string };

/**
 * Saves a form by `action` whenever its writer pauses, and asks before they leave with something unsaved. `onSaved` gets the version that is
 * saved now; `onChanged` what the form must show where somebody else changed the record. Without an action it only asks.
 */
export function useAutosave(
  form: RefObject<HTMLFormElement | null>,
  {
    action,
    version,
    isUnsaved,
    onSaved,
    onChanged,
  }: {
    action?: Action;
    /** Of the record that the form was drawn from. */
    version: string;
    /** What the form begins with is saved nowhere. */
    isUnsaved: boolean;
    onSaved: (version: string) => void;
    onChanged: (state: FormState) => void;
  },
) {
  const [saving, setSaving] = useState<Saving>({ state: isUnsaved ? "waits" : "saved" });
  const saved = useRef<string>(undefined);
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined);
  const running = useRef<Promise<boolean>>(undefined);
  const isLeaving = useRef(false);

  const isDirty = () =>
    form.current !== null && saved.current !== undefined && printOf(form.current) !== saved.current;

  /** Saves what is typed; whether all of it is saved then. */
  const save = useEffectEvent(async (): Promise<boolean> => {
    clearTimeout(waiting.current);
    await running.current;
    const { current } = form;
    if (!current || !isDirty()) return true;
    if (!action) return false;
    const print = printOf(current);
    const data = new FormData(current);
    // A file is sent with a button alone, and not again and again.
    for (const [name, value] of [...data]) if (typeof value !== "string") data.delete(name);
    data.set("intent", "autosave");
    setSaving({ state: "saving" });
    const meanwhile = noteTyping(current);
    running.current = action(untouched, data)
      .then((answer) => {
        const isRefused = answer.message !== undefined;
        if (isRefused && answer.version !== data.get(versionField)) {
          onChanged(answer);
          meanwhile.typeAgain(current);
          setSaving({ state: "refused", message: answer.message });
          return false;
        }
        if (isRefused || answer.version === undefined) {
          const faults = Object.values(answer.fieldErrors ?? {}).flat();
          setSaving({ state: "refused", message: faults.join(" ") || answer.message });
          return false;
        }
        onSaved(answer.version);
        saved.current = print;
        setSaving({ state: isDirty() ? "waits" : "saved" });
        return !isDirty();
      })
      .catch(() => {
        setSaving({
          state: "refused",
          message: "The connection failed. We try again when you go on typing.",
        });
        return false;
      })
      .finally(() => {
        meanwhile.stop();
        running.current = undefined;
      });
    return running.current;
  });

  // biome-ignore lint/correctness/useExhaustiveDependencies: once for a record; what else changes is read when it is needed.
  useEffect(() => {
    const { current } = form;
    if (!current) return;
    // The fields that script draws are there a moment later.
    const begun = setTimeout(() => {
      saved.current = isUnsaved ? "" : printOf(current);
    });
    const note = () => {
      clearTimeout(waiting.current);
      if (!isDirty()) return setSaving({ state: "saved" });
      setSaving((before) => (before.state === "refused" ? before : { state: "waits" }));
      if (action) waiting.current = setTimeout(save, pauseMs);
    };
    // Drawing before React itself has heard of the key would undo it.
    let noting: ReturnType<typeof setTimeout> | undefined;
    const onInput = () => {
      clearTimeout(noting);
      noting = setTimeout(note);
    };
    const onUnload = (event: BeforeUnloadEvent) => {
      if (isDirty() && !isLeaving.current) event.preventDefault();
    };
    const onLink = async (event: MouseEvent) => {
      const link =
        event.target instanceof Element ? event.target.closest<HTMLAnchorElement>("a[href]") : null;
      if (!link || link.target || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey)
        return;
      if (link.getAttribute("href")?.startsWith("#") || isLeaving.current || !isDirty()) return;
      event.preventDefault();
      event.stopPropagation();
      const isSaved = await save();
      if (!isSaved && !window.confirm("Your last changes are not saved. Leave this page without them?"))
        return;
      isLeaving.current = true;
      link.click();
    };
    current.addEventListener("input", onInput);
    current.addEventListener("change", onInput);
    window.addEventListener("beforeunload", onUnload);
    document.addEventListener("click", onLink, true);
    return () => {
      clearTimeout(begun);
      clearTimeout(noting);
      clearTimeout(waiting.current);
      current.removeEventListener("input", onInput);
      current.removeEventListener("change", onInput);
      window.removeEventListener("beforeunload", onUnload);
      document.removeEventListener("click", onLink, true);
    };
  }, [form, version]);

  /** A form that is sent while it is being saved waits for that, or it would be refused as older than itself. */
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    clearTimeout(waiting.current);
    if (!running.current) return;
    const { currentTarget, nativeEvent } = event;
    const submitter = (nativeEvent as SubmitEvent).submitter;
    event.preventDefault();
    void running.current.then(() => currentTarget.requestSubmit(submitter));
  };
  return { saving, onSubmit };
}

/** What a form says, without what changes by itself. */
function printOf(form: HTMLFormElement): string {
  const fields = [...new FormData(form)].filter(
    ([name, value]) => value !== "" && !/^(_version|id|newId|intent|\$ACTION.*)$/.test(name),
  );
  return JSON.stringify(fields);
}
