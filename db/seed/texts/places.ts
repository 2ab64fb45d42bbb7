import type { Employment } from "@/lib/taxonomy/terms";

/** Where the work is done. `{city}` is the posting’s first place, `{window}` its hours with the zone. */
export const remoteTexts: string[] = [
  "The work is remote, and has been since 2017. Twice a year we meet for three days.",
  "You work from home, anywhere in the countries that are listed. Equipment is ours, and so is the desk if you want one.",
  "Remote. Written first, calls when writing goes round in circles.",
  "Everyone in this team is remote; nobody has to guess what was said in a corridor.",
  "The position is remote. The office is there if you pass by, and nobody counts.",
  "Fully remote within the listed countries, with a contract under local law in each.",
  "Remote, with one week a quarter in which the team is in one place and travel is paid.",
  "You can work remotely for good. Half of us do, and the other half behaves as if they did.",
  "Remote, from a place of your own. We pay for a co-working desk if home is loud.",
];

export const windowTexts: string[] = [
  "We keep {window} for each other; the rest of your day is yours.",
  "Please be there from {window}.",
  "The hours that we share are {window}.",
  "Calls are held from {window}, and not outside.",
];

export const hybridTexts: string[] = [
  "Hybrid: two days a week in {city}, which days the team decides.",
  "We are in the office in {city} on Tuesdays and Wednesdays, and at home for the rest if you like.",
  "One day a week in {city}, the other four where you work best.",
  "Hybrid work from {city}: three days together in the first two months, two after that.",
  "You come to {city} every second week for two days. Travel inside the country is paid.",
  "The office in {city} is used for planning and for lunch; two days a week is usual.",
  "Hybrid, {city}: Thursdays are the day on which everybody is there.",
  "Half of the week in {city}, half from home, in whichever order suits the school run.",
  "Two days in {city}, because the people who use the system sit on the floor below.",
  "Hybrid. The desk in {city} is yours, and how often you use it is up to the team and you.",
];

export const onsiteTexts: string[] = [
  "The work is on site in {city}: the hardware is there, and so are the people who use it.",
  "On site in {city}, five days, with core hours from ten to three.",
  "We work together in {city}. If a plumber comes you stay at home, and that is as far as it goes.",
  "On site in {city}, with the people who use the system two doors down.",
  "The team sits in {city}, in one room, by choice. We are upfront about that.",
  "This is an office job in {city}, ten minutes from the station, with a workshop next door.",
];

/** What is particular about a kind of employment; the pay shown is always what is paid for it. */
export const employmentTexts: Record<Exclude<Employment, "full-time">, string[]> = {
  "part-time": [
    "Part-time, 24 hours a week, spread as you like; the pay shown is for these hours.",
    "Twenty-five hours a week, and meant to stay so. The pay shown is for part-time.",
    "Part-time: three days a week, fixed in advance. The range is what three days pay.",
    "This is a part-time position of 20 to 28 hours; the range shown covers both ends.",
  ],
  contract: [
    "A contract for six months at first, with one renewal foreseen. You invoice monthly and are paid within fourteen days.",
    "Freelance contract, nine months, about four days a week. We answer for the scope; you work as you see fit.",
    "Contract work for a year, while a colleague builds up the follow-on team. Invoices are paid in ten days.",
    "A contract with a defined end: when the move is done, so is the work, and we say thank you in writing.",
  ],
  internship: [
    "An internship of six months, paid, with a mentor who has time set aside for it.",
    "Internship, four to six months. You work on the real thing, and leave with something of yours in production.",
    "A paid internship for students, full-time in the break and two days a week in term.",
    "Six months as an intern: two in pairs, four on a piece of your own. A place afterwards is possible and not promised.",
  ],
  temporary: [
    "A temporary position for twelve months, covering parental leave.",
    "The contract is limited to eighteen months, because the funding is. We say so now so that you can plan.",
    "Temporary, until the end of next year: the peak is known, and so is its end.",
  ],
};
