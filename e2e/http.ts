import { DomUtils, parseDocument } from "htmlparser2";
import type { Actor } from "@/lib/auth/input";
import { cookieOf, ownAddress } from "./fixtures";

/*
 * What needs no browser, by HTTP alone: a page as it is sent, and its forms as a browser without JavaScript would send them.
 */

const own = process.env.E2E_BASE_URL as string;

/** How a form is found on its page, by the name of its button, and filled in, by the names of its fields. */
export type Filling = { button: string | RegExp; typed?: Record<string, string> };

/** A form that is filled in: the address that it is posted to, and what is sent. */
export type FilledForm = { at: string; fields: FormData };

/** The form at `path` as `actor` gets it, filled in. Throws where the page does not open, or has no such button, field or choice. */
export async function fillForm(actor: Actor | null, path: string, filling: Filling): Promise<FilledForm> {
  const url = new URL(path, own);
  const answer = await fetch(url, { headers: await cookieOf(actor), redirect: "manual" });
  if (answer.status !== 200) throw new Error(`${path} answers ${answer.status}.`);
  return { at: url.pathname, fields: fieldsOf(await answer.text(), filling) };
}

/** Posts a form with a session of `actor`, from an address of its own. Where the answer leads is not followed. */
export async function postForm({ at, fields }: FilledForm, actor: Actor | null): Promise<Response> {
  const headers = { Origin: own, ...ownAddress(), ...(await cookieOf(actor)) };
  return fetch(new URL(at, own), { method: "POST", body: fields, headers, redirect: "manual" });
}

/** What a browser without JavaScript sends when the button of that name is pressed, with these values in the fields. */
export function fieldsOf(html: string, { button: name, typed = {} }: Filling): FormData {
  const page = parseDocument(html).children;
  const button = DomUtils.findOne((one) => one.name === "button" && isCalled(one, name), page);
  const form = button && DomUtils.findOne((one) => one.name === "form" && isPartOf(button, one), page);
  if (!form) throw new Error(`The page has no form with a button “${name}”.`);
  const controls = DomUtils.findAll(
    (one) => /^(input|select|textarea)$/.test(one.name) && isPartOf(one, form),
    page,
  );
  const fields = new FormData();
  const unfilled = new Map(Object.entries(typed));
  for (const control of [...controls, button]) {
    const { name, type } = control.attribs;
    if (!name || "disabled" in control.attribs) continue;
    const given = type === "hidden" ? undefined : typed[name];
    if (given !== undefined && !offers(control, given)) continue;
    const value = given ?? valueSent(control);
    if (value !== undefined) fields.append(name, value);
    if (given !== undefined) unfilled.delete(name);
  }
  for (const [name, value] of unfilled) throw new Error(`The form has no field “${name}” for “${value}”.`);
  return fields;
}

type Element = NonNullable<ReturnType<typeof DomUtils.findOne>>;

function isCalled(button: Element, name: string | RegExp): boolean {
  const called = button.attribs["aria-label"] ?? DomUtils.textContent(button).replace(/\s+/g, " ").trim();
  return typeof name === "string" ? called === name : name.test(called);
}

/** By standing in the form, or by naming it. */
function isPartOf(control: Element, form: Element): boolean {
  if (control.attribs.form !== undefined) return control.attribs.form === form.attribs.id;
  for (let at = control.parent; at; at = at.parent) if (at === form) return true;
  return false;
}

const optionsOf = (select: Element) =>
  DomUtils.findAll((one) => one.name === "option", select.children).map(({ attribs, children }) => ({
    value: attribs.value ?? DomUtils.textContent(children),
    isChosen: "selected" in attribs,
  }));

const isBox = ({ attribs }: Element) => attribs.type === "checkbox" || attribs.type === "radio";

/** Whether a person could give the control this value: a box has but its own, a list those of its options. */
function offers(control: Element, value: string): boolean {
  if (isBox(control)) return (control.attribs.value ?? "on") === value;
  return control.name !== "select" || optionsOf(control).some((option) => option.value === value);
}

/** What the control sends as it is; undefined for a box that is not ticked. */
function valueSent(control: Element): string | File | undefined {
  const { type, value } = control.attribs;
  if (control.name === "textarea") return DomUtils.textContent(control).replace(/^\n/, "");
  if (control.name === "select") {
    const options = optionsOf(control);
    return (options.find(({ isChosen }) => isChosen) ?? options[0])?.value;
  }
  if (isBox(control)) return "checked" in control.attribs ? (value ?? "on") : undefined;
  return type === "file" ? new File([], "") : (value ?? "");
}
