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
 * Notes what is typed into a form from now on, for the time that it is being sent. When the answer comes, every field is set back to what was
 * sent, and lists may be drawn anew: `giveBack` fills in again what was typed meanwhile, and the script of the page hears of it as if the
 * person typed it once more. `stop` ends the noting alone.
 */
export function typedMeanwhile(form: HTMLFormElement): { giveBack: () => void; stop: () => void } {
  // The names under which they are sent: a line that is moved meanwhile gets other ones.
  const names = new Map(controlsOf(form).map((control) => [control, keyOf(control)]));
  const edits = new Map<string | undefined, (control: Control) => void>();
  const note = ({ target }: Event) => {
    if (isControl(target) && names.has(target)) edits.set(names.get(target), editOf(target));
  };
  const stop = () => {
    form.removeEventListener("input", note);
    form.removeEventListener("change", note);
  };
  form.addEventListener("input", note);
  form.addEventListener("change", note);
  const giveBack = () => {
    stop();
    for (const control of controlsOf(form)) edits.get(keyOf(control))?.(control);
  };
  return { giveBack, stop };
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
