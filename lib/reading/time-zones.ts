/** A stretch of the day's zones that a text asks for, in hours from UTC; `from` and `to` are one where it names one zone. */
export type TimeZoneReading = { from: number; to: number; start: number; end: number };

/** Standard time, in hours from UTC. */
const abbreviations: Record<string, number> = {
  UTC: 0,
  GMT: 0,
  WET: 0,
  BST: 1,
  CET: 1,
  CEST: 2,
  EET: 2,
  EEST: 3,
  MSK: 3,
  IST: 5.5,
  SGT: 8,
  JST: 9,
  AEST: 10,
  AEDT: 11,
  EST: -5,
  EDT: -4,
  ET: -5,
  CST: -6,
  CDT: -5,
  CT: -6,
  MST: -7,
  MT: -7,
  PST: -8,
  PDT: -7,
  PT: -8,
};
const zone =
  "UTC|GMT|WET|BST|CEST|CET|EEST|EET|MSK|IST|SGT|JST|AEST|AEDT|EST|EDT|CST|CDT|MST|PST|PDT|ET|CT|MT|PT";
const offset = "\\s?([+−–-])\\s?(\\d{1,2})(?::(30|45))?";
const ranges = new RegExp(
  `\\b(${zone})(?:\\s?(?:±|\\+\\/-|\\+-)\\s?(\\d{1,2})|${offset})?(?:\\s?(?:to|-|–|and|through|…)\\s?(?:(${zone})\\b)?(?:${offset})?)?`,
  "gu",
);
const named: [RegExp, number, number][] = [
  [/\b(?:US|American|North American?) (?:time ?zones?|tz|hours)\b/giu, -8, -5],
  [/\b(?:EU|European?) (?:time ?zones?|tz|hours)\b/giu, 0, 3],
  [/\bPacific (?:time|hours)\b/giu, -8, -8],
  [/\bMountain (?:time|hours)\b/giu, -7, -7],
  [/\bEastern (?:time|hours)\b/giu, -5, -5],
];

/** Zones that a readable text asks for: "CET ±3", "UTC-3 to UTC+2", "US time zones". Two letters alone ("PT") count beside "time" or a range only. */
export function timeZonesOf(text: string): TimeZoneReading[] {
  const found = [...text.matchAll(ranges)].slice(0, 20).flatMap((match) => {
    const [words, first = "", spread, sign, hours, minutes, second, sign2, hours2, minutes2] = match;
    const isShort = first.length === 2;
    const start = match.index;
    const after = text.slice(start + words.length, start + words.length + 8);
    if (isShort && !second && !spread && !/^\s?(?:time|hours|tz)\b/iu.test(after)) return [];
    if (first === "IST" || first === "CST" || first === "BST")
      if (!spread && !sign && !/^\s?(?:time|hours|tz|\))/iu.test(after)) return [];
    const base = (abbreviations[first] as number) + shift(sign, hours, minutes);
    if (spread)
      return [{ from: base - Number(spread), to: base + Number(spread), start, end: start + words.length }];
    const isRange = second !== undefined || (sign2 !== undefined && sign !== undefined);
    const other = isRange
      ? (abbreviations[second ?? first] as number) + shift(sign2, hours2, minutes2)
      : base;
    return [
      { from: Math.min(base, other), to: Math.max(base, other), start, end: start + words.trimEnd().length },
    ];
  });
  const spoken = named.flatMap(([words, from, to]) =>
    [...text.matchAll(words)]
      .slice(0, 2)
      .map(({ 0: match, index }) => ({ from, to, start: index, end: index + match.length })),
  );
  return [...found, ...spoken]
    .filter(({ from, to }) => from >= -12 && to <= 14)
    .sort((a, b) => a.start - b.start);
}

function shift(sign: string | undefined, hours: string | undefined, minutes: string | undefined): number {
  if (!sign || !hours) return 0;
  return (sign === "+" ? 1 : -1) * (Number(hours) + Number(minutes ?? 0) / 60);
}
