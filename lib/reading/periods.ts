import { perYear } from "@/lib/taxonomy/money";
import { type Period, periods } from "@/lib/taxonomy/terms";

/** How often pay comes: `times` a period, so that two weeks' pay is 26 times a year. */
export type PayPeriod = { period: Period; times: number };
export const yearly: PayPeriod = { period: "year", times: 1 };

/** The words for each period in the languages that adverts come in: nouns, what says it alone, and what says it behind an amount alone. */
const words: Record<Period, { noun: string; adverb: string; short?: string }> = {
  hour: {
    noun: "hours?|hrs?|h|stunden?|std|heures?|horas?|or[ae]|uur|uren|godz(?:in[aęy])?|timm(?:e|ar)|timer|hod(?:in[auy])?|小时|小時|hur|saat|jam",
    short: "p[./]?h",
    adverb: "hourly|stündlich|stundenlohn|stundensatz|hourly rate|horaire|por hora|timlön|timeløn|時給|시급",
  },
  day: {
    noun: "days?|d|tag(?:e)?|jours?|j|días?|dias?|giorn[oi]|dag(?:en|ar)?|dzień|dni|天|日",
    adverb: "daily|täglich|tagessatz|tagessätze|day rate|daily rate|tjm|journalier|dagtarief",
    short: "p[./]?d",
  },
  week: {
    noun: "weeks?|wks?|w|wochen?|semaines?|semanas?|settiman[ae]|weken|veck(?:a|or)|uge|uke|tydzień|týden|周|週|wee",
    short: "p[./]?w",
    adverb: "weekly|wöchentlich|wochenlohn|hebdomadaire|semanal",
  },
  month: {
    noun: "months?|mos?|mths?|mon|monat(?:e|en)?|mois|mes(?:es)?|mês|mese|mesi|maand(?:en)?|månad(?:er)?|mån|måned(?:er)?|mies(?:iąc)?|miesiąca|m-c|měsíc|mesiac|kk|kuukausi|luna|hó|月|bulan|ay|월",
    adverb:
      "monthly|monatlich|monatsgehalt|monatslohn|mensuel(?:s|le|les)?|mensual(?:es)?|mensuais|mensal|mensile|miesięcznie|měsíčně|mesačne|maandelijks|månadslön|månatligen|kuukaudessa|lunar|havonta|月薪|月給|월급|aylık",
    short: "p[./]?c?[./]?m|mies|mtl",
  },
  year: {
    noun: "years?|yrs?|y|annum|jahr(?:e|en)?|an(?:née|no|ni)?|años?|anos?|jaar|år|rok|roku|年|ann|tahun|yıl|년",
    adverb:
      "yearly|annual(?:ly|ized)?|jährlich|jahresgehalt|jahreslohn|jahresbrutto|annuel(?:s|le|les)?|anual(?:es)?|anuais|annua?li?|rocznie|ročně|jaarlijks|vuodessa|årslön|årlig|per annum|lpa|ctc|ral|年薪|年収|年俸|연봉|yıllık",
    short: "p[./]?a|jährl",
  },
};

/** Rhythms of pay that are none of the periods whose words stand in them. */
const rhythms: [RegExp, PayPeriod][] = [
  [
    /fortnight(?:ly)?|bi[-\s]?week(?:ly|s)?|(?:every|each|per|a|\/)\s?(?:two|2|other)[-\s]weeks?|alle (?:zwei|2) wochen/iu,
    { period: "year", times: 26 },
  ],
  [/(?:semi|half)[-\s]?month(?:ly)?|twice (?:a|per) month/iu, { period: "year", times: 24 }],
];
const quarterly = /quarter(?:ly|s)?|vierteljährlich|trimest\p{L}*/iu;
/** Words that make another period of one of ours. */
const changed = /(?:bi|semi|tri|half)[-\s]?(?:month|annual|year|week|day|dai)\p{L}*/iu;

const bounded = (pattern: string) => `(?<![\\p{L}\\p{N}])(?:${pattern})(?![\\p{L}\\p{N}])`;
const preposition = "(?:\\/|\\b(?:per|an?|pro|por|par|al|ao|im|je|na|by the)\\b)";
const patterns = (write: (of: (typeof words)[Period]) => string) =>
  periods.map((period) => [period, new RegExp(write(words[period]), "iu")] as const);
const saysIt = ({ adverb, short }: (typeof words)[Period]) => [adverb, short].filter(Boolean).join("|");
const alone = patterns((of) => bounded(`${of.noun}|${saysIt(of)}`));
const behindAmount = patterns(
  (of) => `${preposition}\\s{0,2}(?:${of.noun})(?![\\p{L}\\p{N}])|${bounded(saysIt(of))}`,
);
const beforeAmount = patterns((of) => bounded(`${of.adverb}|(?:per|pro|por|par) (?:${of.noun})`));

/**
 * The period that a field states: "per hour", "yearly", "MON", "per-year-salary", "2 WEEK". Null where it states none, "unknown" where it
 * states one that is none of ours, or two.
 */
export function periodIn(field: string): PayPeriod | "unknown" | null {
  const text = field.replace(/[-_\s]+/g, " ").trim();
  if (text === "") return null;
  const rhythm = rhythms.find(([pattern]) => pattern.test(text));
  if (rhythm) return rhythm[1];
  if (quarterly.test(text)) return { period: "year", times: 4 };
  const spelled = text
    .replace(/\btwo\b/i, "2")
    .replace(/\bthree\b/i, "3")
    .replace(/\bfour\b/i, "4");
  const [counted = "", count = "1"] = /(\d+(?:[.,]\d+)?)\s?(?=\p{L}{2})/u.exec(spelled) ?? [];
  const rest = spelled.replace(counted, "").replace(/\ban?\s+(?=\p{L})/giu, "");
  const [named, another] = alone.filter(([, pattern]) => pattern.test(rest));
  const every = Number(count.replace(",", "."));
  if (!named || another || changed.test(text) || /\d/.test(rest)) return "unknown";
  const [period] = named;
  const times = perYear[period] / every;
  // A day's pay is one for each day of work: 28 days are no 28 of them.
  if (every !== 1 && (period === "day" || !Number.isInteger(times) || times < 1)) return "unknown";
  return every === 1 ? { period, times: 1 } : { period: "year", times };
}

/** The period that the words right behind an amount name, by "a", "per" or "/" or a word like "monthly"; null where none does. */
export const periodBehind = (text: string) => stated(text, behindAmount);

/** The one that words before it name: "3 days a week, salary $90,000" is no pay by the week. */
export const periodBefore = (text: string) => stated(text, beforeAmount);

function stated(text: string, patterns: readonly (readonly [Period, RegExp])[]): PayPeriod | null {
  const rhythm = rhythms.find(([pattern]) => pattern.test(text));
  if (rhythm) return rhythm[1];
  const [nearest] = patterns
    .map(([period, pattern]) => ({ period, at: text.search(pattern) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at);
  return nearest ? { period: nearest.period, times: 1 } : null;
}
