import type { GateName } from "@/lib/matching/rules/gates";
import { gatesOf } from "@/lib/matching/rules/gates";
import type { ExplainedSheet } from "@/lib/matching/rules/sheet";
import { counted } from "@/lib/plural";
import { sharedMinutes } from "@/lib/postings/hours";
import type { ListedPosting } from "@/lib/postings/shape";
import { formatPay, formatPeriod, formatPlaces } from "@/lib/postings/words";
import { countryName } from "@/lib/taxonomy/countries";
import { employmentWords, workplaceWords } from "@/lib/taxonomy/words";

/** What the gates are called. */
export const gateWords: Record<GateName, string> = {
  pay: "Pay",
  place: "Place",
  timezone: "Time zone",
  employment: "Employment",
};

/** Who reads a sheet: its candidate is "you" to themselves alone. */
export type SheetReader = "candidate" | "employer";

/**
 * What the two sides say in their own words: the posting as it is now, and the yearly pay that the profile wants. Where the posting is missing,
 * its facts speak: yearly pay in about, countries without cities.
 */
export type Stated = {
  posting?: Pick<ListedPosting, "salary" | "places">;
  wanted?: { min: number; currency: string } | null;
};

const addressed = {
  candidate: {
    want: "you want",
    said: "you said",
    need: "you need",
    own: "your",
    profile: "your profile",
  },
  employer: {
    want: "the candidate wants",
    said: "the candidate said",
    need: "the candidate needs",
    own: "the candidate’s",
    profile: "the profile",
  },
} as const;
type Words = (typeof addressed)[SheetReader];

type Compared = ExplainedSheet["compared"];

/** What a gate compares, both sides by name: "tops out at €53,000; you want €72,000". Where a side is silent, which. */
export function gateLine(
  gate: GateName,
  compared: Compared,
  { stated = {}, reader }: { stated?: Stated; reader: SheetReader },
): string {
  const words = addressed[reader];
  const isUnknown = gatesOf(compared.posting, compared.profile)[gate] === "unknown";
  if (isUnknown) return notStated(gate, compared, words);
  switch (gate) {
    case "pay":
      return payLine(compared, stated, words);
    case "place":
      return placeLine(compared, stated, words);
    case "timezone":
      return hoursLine(compared, words);
    case "employment":
      return `${employmentOf(compared.posting)}; ${words.said} ${either(compared.profile.employment.map((one) => employmentWords[one].toLowerCase()))}`;
  }
}

/** Which side is silent about a gate that is unknown. */
function notStated(gate: GateName, { posting, profile }: Compared, words: Words): string {
  const silent: Record<GateName, { posting: boolean; profile: boolean }> = {
    pay: { posting: posting.yearlyUsdMax === null, profile: profile.wantedYearlyUsd === null },
    place: {
      posting: posting.workplace === null || posting.countries.length === 0,
      profile: profile.workplaces.length === 0 || profile.countries.length === 0,
    },
    timezone: { posting: posting.hours.length === 0, profile: profile.hours === null },
    employment: { posting: posting.employment === null, profile: profile.employment.length === 0 },
  };
  const where = [silent[gate].profile && words.profile, silent[gate].posting && "the posting"].filter(
    Boolean,
  );
  return `not stated in ${where.join(" or in ")}`;
}

function payLine({ posting, profile }: Compared, { posting: now, wanted }: Stated, words: Words): string {
  const [most, least] = [posting.yearlyUsdMax ?? 0, profile.wantedYearlyUsd ?? 0];
  const verb = most >= least ? "goes up to" : "tops out at";
  const inDollars = (yearly: number) => formatSum(yearly, "USD");
  if (!wanted) return `${verb} ${inDollars(most)} a year; ${words.want} ${inDollars(least)}`;
  const want = `${words.want} ${formatSum(wanted.min, wanted.currency)}`;
  const converted = inWantedCurrency(most, wanted, least);
  const about = converted && `about ${converted}`;
  if (!now) return `${verb} ${about ?? inDollars(most)} a year; ${want}`;
  const { max, currency, period } = now.salary;
  const offered = formatPay({ min: max, max, currency });
  if (currency === wanted.currency && period === "year") return `${verb} ${offered}; ${want}`;
  const inTheirs = `${offered} ${formatPeriod(period)}`;
  return `${verb} ${inTheirs}${about ? `, ${about}${period === "year" ? "" : " a year"}` : ""}; ${want}`;
}

/**
 * Yearly dollars in the currency of the wanted pay, by the rate that it was converted with, so that the two can be compared; to three figures.
 * Null where no pay is wanted. `wantedUsd` is the wanted pay in yearly dollars.
 */
export const inWantedCurrency = (usd: number, wanted: Stated["wanted"], wantedUsd: number | null) =>
  wanted && wantedUsd
    ? formatSum(Number(((usd * wanted.min) / wantedUsd).toPrecision(3)), wanted.currency)
    : null;

const formatSum = (amount: number, currency: string) => formatPay({ min: amount, max: amount, currency });

function placeLine({ posting, profile }: Compared, { posting: now }: Stated, words: Words): string {
  const isRemote = posting.workplace === "remote";
  const isAccepted =
    posting.workplace === null ||
    profile.workplaces.length === 0 ||
    profile.workplaces.includes(posting.workplace);
  const isThere =
    posting.countries.length === 0 ||
    profile.countries.length === 0 ||
    posting.countries.some((country) => profile.countries.includes(country));
  // Where it fails, what it fails by.
  const [names, lies] = isAccepted && isThere ? [true, true] : [!isAccepted, !isThere];
  const where = isRemote
    ? `hires in ${listed(posting.countries.map(countryName))}`
    : now && now.places.length > 0
      ? formatPlaces(now.places.slice(0, mostNamed))
      : listed(posting.countries.map(countryName));
  const offered = [
    names && posting.workplace && workplaceWords[posting.workplace].toLowerCase(),
    lies && posting.countries.length > 0 && where,
  ];
  const said = [
    names && either(profile.workplaces.map((one) => workplaceWords[one].toLowerCase())),
    lies && listed(profile.countries.map(countryName)),
  ];
  const joined = (parts: (string | false | null)[], by: string) => parts.filter(Boolean).join(by);
  return `${joined(offered, isRemote ? ", " : " in ")}; ${words.said} ${joined(said, " in ")}`;
}

function hoursLine({ posting, profile }: Compared, words: Words): string {
  const mine = profile.hours;
  const shared = mine ? Math.max(...posting.hours.map((window) => sharedMinutes(window, mine))) / 60 : 0;
  const hours = shared === 0 ? "no hours" : counted(Math.round(shared * 10) / 10, "hour");
  return `${hours} in common with ${words.own} 9–17; ${words.need} ${profile.overlap}`;
}

const employmentOf = ({ employment }: Compared["posting"]) =>
  employment ? employmentWords[employment].toLowerCase() : "";

const either = (names: readonly string[]) => new Intl.ListFormat("en", { type: "disjunction" }).format(names);

const mostNamed = 4;

/** "Germany, Netherlands", and beyond four how many more. */
function listed(names: readonly string[]): string {
  const more = names.length - mostNamed;
  return more > 0 ? `${names.slice(0, mostNamed).join(", ")} and ${more} more` : names.join(", ");
}
