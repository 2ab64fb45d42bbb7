import { elementAt } from "@/lib/present";
import type { Entry } from "./entries";
import type { Part } from "./lines";
import { atomsOf, isCompany, isPlace, stretchOf, titleness, withoutPlace } from "./names";

/** What the head of a job names. */
export type JobHead = { title: Part | null; organisation: Part | null };

/**
 * Title and company of each of a section's jobs. Words decide which is which; where they do not, the order that the section's other heads
 * have, else the company first. A head that names only a title is one more job at the company above it.
 */
export function jobHeads(entries: readonly Entry[]): JobHead[] {
  const pairs = entries.map(({ head }) => pairOf(head));
  const order = pairs.reduce(
    (sum, [one, other]) => sum + (one && other ? Math.sign(titleness(one) - titleness(other)) : 0),
    0,
  );
  let group: Part | null = null;
  let above: Part | null = null;
  return entries.map((entry, at) => {
    const parts = entry.head.flat();
    group = entry.group ?? (parts.filter(({ text }) => !isPlace(text)).length > 1 ? null : group);
    const [one, other] = elementAt(pairs, at);
    const head = group ? { title: parts[0] ?? null, organisation: group } : headOf(one, other, order, above);
    // Only a company with a line of its own, above its job's, may have more jobs below.
    if (head.organisation !== above) above = isAboveTitle(head, entry.head) ? head.organisation : null;
    return head;
  });
}

const isAboveTitle = ({ title, organisation }: JobHead, [first = []]: readonly Part[][]) =>
  title !== null &&
  organisation !== null &&
  first.some(({ start, end }) => start <= organisation.start && organisation.end <= end) &&
  !first.some(({ start, end }) => start <= title.start && title.end <= end);

function headOf(one: Part | undefined, other: Part | undefined, order: number, above: Part | null): JobHead {
  if (one && other) {
    const isTitleFirst = (titleness(one) - titleness(other) || order) > 0;
    return isTitleFirst ? { title: one, organisation: other } : { title: other, organisation: one };
  }
  return one && titleness(one) > 0
    ? { title: one, organisation: above }
    : { title: null, organisation: one ?? null };
}

/** The two things that a head names, in its order; places are left out. */
function pairOf(head: readonly Part[][]): [Part?, Part?] {
  const all = head.flat();
  const named = all.filter((part) => !isPlace(part.text));
  const parts = (named.length > 0 ? named : all.slice(0, 1)).map(withoutPlace);
  const [only] = parts;
  if (!only) return [];
  if (parts.length === 1) return halves(only);
  const [title] = [...parts].sort((a, b) => titleness(b) - titleness(a));
  const whole =
    parts.find((part) => part !== title && titleness(part) <= 0) ?? parts.find((part) => part !== title);
  // One line may name both, with more about the company in another part.
  const [one, other] = halves(title as Part);
  if (one && other && Math.min(titleness(one), titleness(other)) < 0) return [one, other];
  const pair = parts.filter((part) => part === title || part === whole);
  return [pair[0], pair[1]];
}

/** "Engineer at Acme", "Engineer, Payments, Acme", "Acme, Inc., Engineer". */
function halves(part: Part): [Part?, Part?] {
  const at = /\s+(?:at|@)\s+(?=\S)/u.exec(part.text);
  if (at) return [stretchOf(part, 0, at.index), stretchOf(part, at.index + at[0].length, part.text.length)];
  const atoms = atomsOf(part);
  const [first, last] = [atoms[0], atoms.at(-1)];
  if (!first || !last || first === last) return [part];
  const joined = (from: Part, to: Part) => stretchOf(part, from.start - part.start, to.end - part.start);
  const role = atoms.findIndex((atom) => titleness(atom) > 0);
  if (role === -1) return [part];
  if (role > 0) return [joined(first, elementAt(atoms, role - 1)), joined(elementAt(atoms, role), last)];
  const name = atoms.findIndex((atom, index) => index > 0 && isCompany(atom.text));
  const from = name > 0 ? name : atoms.length - 1;
  return titleness(elementAt(atoms, from)) > 0
    ? [part]
    : [joined(first, elementAt(atoms, from - 1)), joined(elementAt(atoms, from), last)];
}
