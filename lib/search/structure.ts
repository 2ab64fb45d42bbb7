import { payOf, readPay } from "@/lib/reading/pay-field";
import { parseQuery } from "@/lib/reading/query";
import { lookupsOf } from "@/lib/reading/query-pieces";
import { perYear } from "@/lib/taxonomy/money";
import { followTaxonomy } from "@/lib/taxonomy/queries/follow";
import { readMended } from "./queries/mend";
import { findVocabulary } from "./queries/vocabulary";

/** Characters: a longer line is refused by the criteria, and not read here. */
const longestLine = 200;

/**
 * The parameters with what `q` says as structure said as structure: "senior go remote 90k eur" becomes `skill`, `workplace`, `salary` and
 * `currency`, beside those that are there; the words that are left stay `q`. Pay that is typed as people write it ("85.000", "€85k") becomes
 * a whole number. The very same object where there is nothing to say otherwise. Throws `too_slow`.
 */
export async function withStructure(address: URLSearchParams): Promise<URLSearchParams> {
  const params = withPlainSalary(address);
  const line = params.get("q")?.trim();
  if (!line || line.length > longestLine) return params;
  const hasSkills = params.has("skill");
  await followTaxonomy();
  const read = parseQuery(line, await findVocabulary(lookupsOf(line)), { hasSkills });
  const { words, skillMode, salary, currency, ...found } = await readMended(read, { hasSkills });
  const lists = Object.entries(found).flatMap(([name, values]) =>
    Array.isArray(values) ? [[name, values] as const] : [],
  );
  const single = Object.entries({
    ...found,
    skillMode,
    salary,
    currency: salary === null ? null : currency,
  }).flatMap(([name, value]) =>
    value === null || Array.isArray(value) ? [] : [[name, String(value)] as const],
  );
  if (single.length === 0 && lists.every(([, values]) => values.length === 0)) return params;
  const said = new URLSearchParams(params);
  said.delete("q");
  // A place in another list of results means nothing here.
  said.delete("cursor");
  if (words) said.set("q", words);
  for (const [name, values] of lists)
    for (const value of values) if (!said.getAll(name).includes(value)) said.append(name, value);
  for (const [name, value] of single) said.set(name, value);
  return said;
}

/** A `salary` in words as yearly units; one that is no amount, or contradicts `currency`, stays as it is, for the criteria to refuse. */
function withPlainSalary(params: URLSearchParams): URLSearchParams {
  const typed = params.getAll("salary").filter(Boolean).at(-1);
  if (!typed || /^\d+$/.test(typed)) return params;
  const min = readPay(typed) ?? undefined;
  const currency = params.getAll("currency").filter(Boolean).at(-1)?.toUpperCase() ?? null;
  const pay = min && payOf({ min }, { currency: currency ?? min.written?.currency ?? "USD", period: null });
  if (!pay || "at" in pay) return params;
  const said = new URLSearchParams(params);
  said.set("salary", String(Math.round(pay.min * perYear[pay.period])));
  if (min.written) said.set("currency", pay.currency);
  return said;
}
