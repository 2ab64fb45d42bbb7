import { payOf, readPay } from "@/lib/reading/pay-field";
import { parseQuery } from "@/lib/reading/query";
import { perYear } from "@/lib/taxonomy/money";

/** Characters: a longer line is refused by the criteria, and not read here. */
const longestLine = 200;

/**
 * The parameters with what `q` says as structure said as structure: "senior go remote 90k eur" becomes `band`, `skill`, `workplace`,
 * `salary` and `currency`, beside those that are there; the words that are left stay `q`. Pay that is typed as people write it ("85.000",
 * "€85k") becomes a whole number. The very same object where there is nothing to say otherwise.
 */
export function withStructure(address: URLSearchParams): URLSearchParams {
  const params = withPlainSalary(address);
  const line = params.get("q")?.trim();
  if (!line || line.length > longestLine) return params;
  const { words, experience, salary, currency, ...lists } = parseQuery(line);
  const found =
    Object.values(lists).some((list) => list.length > 0) || experience !== null || salary !== null;
  if (!found) return params;
  const said = new URLSearchParams(params);
  said.delete("q");
  // A place in another list of results means nothing here.
  said.delete("cursor");
  if (words) said.set("q", words);
  for (const [name, values] of Object.entries(lists))
    for (const value of values) if (!said.getAll(name).includes(value)) said.append(name, value);
  if (experience !== null) said.set("experience", String(experience));
  if (salary !== null) {
    said.set("salary", String(salary));
    if (currency) said.set("currency", currency);
  }
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
