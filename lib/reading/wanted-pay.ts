import { elementAt } from "@/lib/present";
import { perYear } from "@/lib/taxonomy/money";
import { alignedEnds, amountsIn, joinsRange, meantBy } from "./amounts";
import { surer } from "./currencies";
import { periodIn, yearly } from "./periods";

/** A yearly sum in units of its currency, which is null where none is named, and where it stands with the words around it. */
export type WantedPay = { salary: number; currency: string | null; start: number; end: number };

/** Those that are no word besides, and no language: 90k of "php" are not pesos. */
const typedCurrencies = /\b(?:eur|usd|gbp|chf|cad|aud|nzd|inr|pln|sek|nok|dkk|czk|brl|jpy|sgd|zar)\b/giu;

/** Yearly sums that somebody may want, in any currency. */
const leastWanted = 1_000;
const mostWanted = 1_000_000_000;

/** The pay that a line of search wants: "90k eur", "60-80k" (its lower end), "$60/hour" and "4000 gbp a month" (as a year). */
export function* wantedPayIn(text: string): Generator<WantedPay> {
  const spelled = text.replace(typedCurrencies, (code) => code.toUpperCase());
  const amounts = amountsIn(spelled);
  for (let at = 0; at < amounts.length; at++) {
    const [low, next] = [elementAt(amounts, at), amounts[at + 1]];
    const isRange = next !== undefined && joinsRange(spelled.slice(low.end, next.start));
    const high = isRange ? next : low;
    if (isRange) at++;
    const spoken = /^\s?(dollars?|bucks|pounds?|quid)(?!\p{L})/iu.exec(spelled.slice(high.end));
    const sumEnd = high.end + (spoken?.[0].length ?? 0);
    const behind = /^\s?(\/\s?|(?:per|an?) )?(\p{L}[\p{L}.-]*)/iu.exec(spelled.slice(sumEnd));
    const named = behind ? periodIn(behind[2] ?? "") : null;
    const period = named === "unknown" || (!behind?.[1] && (behind?.[2]?.length ?? 0) < 3) ? null : named;
    const [start, end] = [low.start, sumEnd + (period ? (behind?.[0].length ?? 0) : 0)];
    const written = surer(low.written, isRange ? high.written : null);
    const currency = written?.currency ?? (spoken ? (/^[db]/i.test(spoken[1] ?? "") ? "USD" : "GBP") : null);
    const isSum =
      currency !== null ||
      high.scale > 1 ||
      low.scale > 1 ||
      (period !== null && behind?.[1] !== undefined) ||
      /^(?:\d{5,7}|\d{2,3}(?:[.,' ]000)+)$/.test(text.slice(start, high.end).trim());
    const each = period ?? yearly;
    const salary = Math.round(meantBy(alignedEnds(low, high)[0], currency, each) * perYear[each.period]);
    if (!isSum || salary < leastWanted || salary > mostWanted) continue;
    const before =
      /(?:[>≥~]=?|\b(?:over|above|from|between|min|minimum|at least|more than|up to|around|about|circa|approx))\s?$/iu.exec(
        text.slice(0, start),
      );
    const more = /^\s?\+/.exec(text.slice(end));
    yield {
      start: start - (before?.[0].length ?? 0),
      end: end + (more?.[0].length ?? 0),
      salary,
      currency,
    };
  }
}
