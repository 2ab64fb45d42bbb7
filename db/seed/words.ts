import { skillEntry } from "@/lib/taxonomy/catalogue";

/** "Go, gRPC and Kafka". */
export const listed = (names: string[]) =>
  names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;

export const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** Technologies that are spoken of with a common noun. */
const commonNouns = new Set(["webhooks", "message-queues"]);

/** A skill's name within a sentence: technologies as they are written, practices and concepts in lower case but for acronyms. */
export function spoken(slug: string): string {
  const skill = skillEntry(slug);
  if (!skill) throw new Error(`The taxonomy has no “${slug}”.`);
  return skill.kind === "technology" && !commonNouns.has(slug) ? skill.label : lower(skill.label);
}

/** "Payout Files" as "payout files", "Merchant API" as "merchant API". */
export const lower = (label: string) =>
  label
    .split(" ")
    .map((word) => (/[A-Z].*[A-Z]/.test(word) ? word : word.toLowerCase()))
    .join(" ");

const small = "no one two three four five six seven eight nine ten eleven twelve".split(" ");
/** Up to twelve in words. */
export const inWords = (n: number) => small[n] ?? String(n);

const years = (n: number) => (n === 1 ? "one year" : `${inWords(n)} years`);

/** "at least four years", or "four to seven years". */
export const yearsAsked = (min: number, max: number | undefined) =>
  max === undefined
    ? `at least ${years(min)}`
    : `${max < small.length ? inWords(min) : min} to ${max < small.length ? inWords(max) : max} years`;

/** Fills `{name}` by name; a name without a value is a fault of the text. */
export const filled = (text: string, values: Record<string, string>) =>
  text.replace(/\{([^}]+)\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`Nothing to put for {${name}} in “${text}”.`);
    return value;
  });
