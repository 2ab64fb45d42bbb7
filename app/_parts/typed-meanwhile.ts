import { type RefObject, useEffect, useRef } from "react";

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

const isControl = (target: EventTarget | null): target is Control =>
  target instanceof HTMLInputElement ||
  target instanceof HTMLTextAreaElement ||
  target instanceof HTMLSelectElement;

const controlsOf = (form: HTMLFormElement) =>
  [...form.elements].filter(isControl).filter(({ name }) => name !== "");

const isChoice = (control: Control): control is HTMLInputElement =>
  control.type === "checkbox" || control.type === "radio";

const keyOf = (control: Control) => (isChoice(control) ? `${control.name}\n${control.value}` : control.name);

/**
 * Notes what is typed into a form from now on, until `stop`. `typeAgain` fills it in once more, there or in the form that has taken its place;
 * the script of the page hears of it as if the person did.
 */
export function noteTyping(form: HTMLFormElement) {
  // The names under which they are sent: a line that is moved meanwhile gets other ones.
  const names = new Map(controlsOf(form).map((control) => [control, keyOf(control)]));
  const edits = new Map<string | undefined, (control: Control) => void>();
  const note = ({ target }: Event) => {
    if (isControl(target) && names.has(target)) edits.set(names.get(target), editOf(target));
  };
  form.addEventListener("input", note);
  form.addEventListener("change", note);
  const stop = () => {
    form.removeEventListener("input", note);
    form.removeEventListener("change", note);
  };
  const typeAgain = (later: HTMLFormElement) => {
    stop();
    for (const control of controlsOf(later)) edits.get(keyOf(control))?.(control);
  };
  return { stop, typeAgain };
}

/** The form that the newest answer has taken off the page, with what was typed into it meanwhile. */
let gone: { record: string; typeAgain: (later: HTMLFormElement) => void } | undefined;

/** Tells whether two forms are of the same record: by their ids, under whichever name. A record that is not saved yet has one too. */
const recordOf = (form: HTMLFormElement, name: string) =>
  JSON.stringify([
    name,
    ...controlsOf(form)
      .flatMap(({ name, value }) => (/id$/i.test(name) ? value : []))
      .sort(),
  ]);

/**
 * Keeps what is typed into a form while it is being sent. When the answer comes, React sets every field back to what was sent, or the whole
 * form makes room for that of the next page; either way what was typed meanwhile is filled in again.
 */
export function useTypedMeanwhile(form: RefObject<HTMLFormElement | null>, name: string) {
  const noted = useRef<ReturnType<typeof noteTyping>>(undefined);
  useEffect(() => {
    const { current } = form;
    if (!current) return;
    const before = gone;
    gone = undefined;
    // Last of all: what watches the form takes what it says at first for saved.
    if (before?.record === recordOf(current, name))
      setTimeout(() => setTimeout(before.typeAgain, 0, current));
    return () => {
      if (!noted.current) return;
      gone = { record: recordOf(current, name), typeAgain: noted.current.typeAgain };
      setTimeout(() => {
        gone = undefined;
      });
    };
  }, [form, name]);
  return {
    onSent: () => {
      noted.current?.stop();
      noted.current = form.current ? noteTyping(form.current) : undefined;
    },
    onReset: () => {
      const { current } = form;
      const typing = noted.current;
      noted.current = undefined;
      // The fields are set back right after this.
      if (current) queueMicrotask(() => typing?.typeAgain(current));
    },
  };
}

/** Does to a control what was done to this one. */
function editOf(edited: Control): (control: Control) => void {
  if (isChoice(edited)) {
    const { checked } = edited;
    return (control) => {
      if (isChoice(control) && control.checked !== checked) control.click();
    };
  }
  const { value } = edited;
  const files = edited instanceof HTMLInputElement ? edited.files : null;
  return (control) => {
    if (control.value === value) return;
    if (files && control instanceof HTMLInputElement) control.files = files;
    // Past the setter that React has put on the control, or it would take the value for its own.
    else Object.getOwnPropertyDescriptor(Object.getPrototypeOf(control), "value")?.set?.call(control, value);
    for (const type of ["input", "change"]) control.dispatchEvent(new Event(type, { bubbles: true }));
  };
}
