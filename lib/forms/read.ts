import { type FormValues, formField, versionField } from "./state";
import { cleanText } from "./text";

/** More than any form of ours sends, or names. What is beyond is refused unread, since reading it costs more with each entry. */
const most = { entries: 1_000, index: 1_000, nameLength: 200 };

/** A form as it was sent: the fields that go to its schema, and what its page needs to show it again. */
export type SentForm = {
  fields: FormData;
  /** The texts, without secrets and files. */
  values: FormValues;
  /** Names of the fields whose text has characters that cannot be saved. */
  unreadable: string[];
  /** Which of the page's forms it is, where it says so. */
  name?: string;
  /** The version of the record that it began from, where it changes one. */
  version?: string;
};

/** The form without the fields of the framework, each text made safe; null where it is larger than any form of ours. Takes linear time. */
export function readForm(data: FormData): SentForm | null {
  const sent: SentForm = { fields: new FormData(), values: {}, unreadable: [] };
  const own: Record<string, string> = {};
  let entries = 0;
  for (const [name, value] of data.entries()) {
    if (++entries > most.entries) return null;
    if (isOfFramework(name) || isNoFile(value)) continue;
    if (isBeyond(name)) return null;
    const text = typeof value === "string" ? cleanText(value) : value;
    if (text === null) sent.unreadable.push(name);
    else if (name === formField || name === versionField) own[name] = typeof text === "string" ? text : "";
    else {
      sent.fields.append(name, text);
      if (typeof text === "string" && !secret.test(name)) addValue(sent.values, name, text);
    }
  }
  return { ...sent, name: own[formField], version: own[versionField] };
}

const secret = /^(code|password|token)$/;

/** Next's own fields, and those by which Conform would take orders from whoever sends a form. */
const isOfFramework = (name: string) => name.startsWith("$ACTION") || /^__(state|intent)__$/.test(name);

const isBeyond = (name: string) =>
  name.length > most.nameLength ||
  !fieldName.test(name) ||
  [...name.matchAll(/\[(\d+)\]/g)].some(([, index]) => Number(index) > most.index);

/** Names as our forms have them: `title`, `reality.teamSize`, `skills[0].name`; none that means something on every object. */
const fieldName = /^(?!.*(?:^|\.)(?:__proto__|constructor|prototype)(?:[.[]|$))[\w-]+(?:\.[\w-]+|\[\d+\])*$/;

/** What a file field sends when no file was picked; sent by script, the missing name arrives as a word. */
const isNoFile = (value: FormDataEntryValue) =>
  typeof value !== "string" && value.size === 0 && ["", "undefined", "blob"].includes(value.name);

function addValue(values: FormValues, name: string, text: string) {
  const before = Object.hasOwn(values, name) ? values[name] : undefined;
  if (before === undefined) values[name] = text;
  else if (Array.isArray(before)) before.push(text);
  else values[name] = [before, text];
}
