import type { Made } from "@/lib/matching/queries/matches";
import type { ReadyProfile } from "@/lib/matching/queries/profile";
import { failingGates } from "@/lib/matching/rules/gates";
import { mustsOf, questionOf } from "@/lib/matching/rules/sheet";
import { plural } from "@/lib/plural";
import type { ListedPosting } from "@/lib/postings/shape";
import { askedWords, labelsOf } from "./asked-words";
import { gateLine, gateWords } from "./gate-words";

/** Why a posting stands where it does, in short: its score, its must lines, what would narrow its range, and the gates that it fails. */
export type MatchSummary = {
  low: number | null;
  high: number | null;
  /** "3 of 5 must-haves", with the way to the sheet. */
  musts?: { words: string; href: string };
  unknown?: string;
  /** Each with both sides: "pay", "tops out at €53,000; you want €72,000". */
  fails: { gate: string; words: string }[];
};

/** The match of a posting in short. `query` is what the address of the posting's page says besides, from its "?" on. */
export function summaryOf(
  { sheet }: Made,
  posting: Pick<ListedPosting, "slug" | "skills" | "responsibilities" | "salary" | "places">,
  { wanted }: Pick<ReadyProfile, "wanted">,
  query = "",
): MatchSummary {
  const { had, asked } = mustsOf(sheet.lines);
  const question = questionOf(sheet.lines);
  return {
    low: sheet.low,
    high: sheet.high,
    ...(asked > 0 && {
      musts: {
        words: `${had} of ${asked} ${plural(asked, "must-have")}`,
        href: `/jobs/${posting.slug}${query}#match`,
      },
    }),
    ...(question && { unknown: askedWords(question, labelsOf(posting)).label }),
    fails: failingGates(sheet.gates).map((gate) => ({
      gate: gateWords[gate].toLowerCase(),
      words: gateLine(gate, sheet.compared, { stated: { posting, wanted }, reader: "candidate" }),
    })),
  };
}
