import { Mark } from "@/app/_ui/mark";
import type { Made } from "@/lib/matching/queries/matches";
import type { ReadyProfile } from "@/lib/matching/queries/profile";
import { failingGates } from "@/lib/matching/rules/gates";
import { mustsOf, questionOf } from "@/lib/matching/rules/sheet";
import { plural } from "@/lib/plural";
import type { ListedPosting } from "@/lib/postings/shape";
import { askedWords, labelsOf } from "./asked-words";
import { gateLine, gateWords } from "./gate-words";

/** Why a posting stands where it does, in short: its must lines, what would narrow its range, and the gates that it fails, with both sides. */
export function MatchNote({
  made,
  posting,
  profile,
  query = "",
}: {
  made: Made | undefined;
  posting: Pick<ListedPosting, "slug" | "skills" | "responsibilities" | "salary" | "places">;
  profile: Pick<ReadyProfile, "wanted">;
  /** What the address of the posting's page says besides, from its "?" on. */
  query?: string;
}) {
  if (!made) return null;
  const { sheet } = made;
  const { had, asked } = mustsOf(sheet.lines);
  const fails = failingGates(sheet.gates);
  const question = questionOf(sheet.lines);
  const stated = { posting, wanted: profile.wanted };
  return (
    <div className="grid gap-1 text-sm text-ink-2">
      {(asked > 0 || question) && (
        <p className="flex flex-wrap items-baseline gap-x-4">
          {asked > 0 && (
            <a href={`/jobs/${posting.slug}${query}#match`} className="link">
              {had} of {asked} {plural(asked, "must-have")}
            </a>
          )}
          {question && (
            <span className="text-ink-3">
              Biggest unknown: {askedWords(question, labelsOf(posting)).label}
            </span>
          )}
        </p>
      )}
      {fails.length > 0 && (
        <ul>
          {fails.map((gate) => (
            <li key={gate}>
              <span className="text-bad">
                <Mark name="cross" /> Fails on {gateWords[gate].toLowerCase()}:
              </span>{" "}
              {gateLine(gate, sheet.compared, { stated, reader: "candidate" })}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
