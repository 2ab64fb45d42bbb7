import { parseQuery } from "@/lib/reading/query";

/** Characters: a longer line is refused by the criteria, and not read here. */
const longestLine = 200;

/**
 * The parameters with what `q` says as structure said as structure: "senior go remote 90k eur" becomes `band`, `skill`, `workplace`,
 * `salary` and `currency`, beside those that are there; the words that are left stay `q`. The very same object where `q` has none.
 */
export function withStructure(params: URLSearchParams): URLSearchParams {
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
