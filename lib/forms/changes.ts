import { createHash } from "node:crypto";
import { DomainError } from "@/lib/errors";
import { elementAt } from "@/lib/present";
import type { FormRecord, FormValues } from "./state";

/**
 * A record as its form shows it, with the version that a save of the form is compared with. `values` holds every field of the form, also
 * the empty ones, under the name that the form gives it.
 */
export const formRecord = (values: FormValues): FormRecord => ({
  values,
  version: JSON.stringify(printsOf(values)),
});

/** The refusal of a form that was opened before somebody saved another version. Holds what is saved now. */
class ChangedElsewhere extends DomainError {
  constructor(readonly saved: FormValues) {
    super(
      "conflict",
      "This was changed elsewhere after you opened it. Check what is marked, then save again.",
    );
  }
}

/**
 * Call this with the locked record before it is written: throws `conflict` where a field of `saved` is not what it was in `version`.
 * Fields of the form that `saved` leaves out are not compared. Without a version, nothing is.
 */
export function refuseIfChanged(version: string | undefined, saved: FormValues) {
  if (version === undefined) return;
  const before = readPrints(version);
  if (Object.entries(printsOf(saved)).some(([group, print]) => print !== (before[group] ?? "")))
    throw new ChangedElsewhere(saved);
}

/** Whether a record was changed elsewhere: then `saved` is what is saved now. By its property, since the bundler copies this class. */
export const isChangedElsewhere = (refusal: DomainError): refusal is ChangedElsewhere => "saved" in refusal;

/**
 * Both people's work in one form: a field that only they changed takes their value, any other keeps what was typed. Every field that
 * they changed is named, and where both did, the message quotes theirs, so that nothing is lost.
 */
export function mergeChanges(version: string, saved: FormValues, typed: FormValues) {
  const before = readPrints(version);
  const theirs = printsOf(saved);
  const mine = printsOf(typed);
  const values = { ...typed };
  const fieldErrors: Record<string, string[]> = {};
  for (const group of Object.keys(theirs)) {
    const [now, was, typedNow] = [theirs[group], before[group] ?? "", mine[group] ?? ""];
    if (now === was || now === typedNow) continue;
    const namesOf = (all: FormValues) => Object.keys(all).filter((name) => groupOf(name) === group);
    const field = [...namesOf(saved), ...namesOf(typed)][0] ?? group;
    if (typedNow === was) {
      for (const name of namesOf(values)) delete values[name];
      for (const name of namesOf(saved)) values[name] = saved[name] ?? "";
      fieldErrors[field] = ["This was changed elsewhere, and you see the new version."];
    } else {
      const quoted = namesOf(saved).flatMap((name) => saved[name] ?? []);
      fieldErrors[field] = [
        `This was changed elsewhere to ${inWords(quoted)}. You see your version. Saving replaces the other one.`,
      ];
    }
  }
  return { values, fieldErrors, version: JSON.stringify({ ...before, ...theirs }) };
}

const inWords = (quoted: string[]) =>
  quoted.some(Boolean) ? `“${quoted.filter(Boolean).join(", ")}”` : "nothing";

/** A list such as skills[0].name or reality.teamSize is compared as one field, since its lines move. */
const groupOf = (name: string) => elementAt(name.split(/[[.]/, 1), 0);

/** A short fingerprint of each field; an empty one is "", like a field that is not sent, such as an unticked box. */
function printsOf(values: FormValues): Record<string, string> {
  const groups = new Map<string, string[]>();
  for (const name of Object.keys(values).sort()) {
    const value = [values[name] ?? ""]
      .flat()
      .map((text) => text.trim())
      .sort();
    const parts = groups.get(groupOf(name)) ?? [];
    groups.set(groupOf(name), parts);
    if (value.some(Boolean)) parts.push(JSON.stringify([name, value]));
  }
  return Object.fromEntries(
    [...groups].map(([group, parts]) => [
      group,
      parts.length === 0 ? "" : createHash("sha256").update(parts.join()).digest("base64url").slice(0, 8),
    ]),
  );
}

/** The version comes back from the browser, so it may be anything. */
function readPrints(version: string): Record<string, string> {
  try {
    const prints: unknown = JSON.parse(version);
    return prints && typeof prints === "object" ? (prints as Record<string, string>) : {};
  } catch {
    return {};
  }
}
