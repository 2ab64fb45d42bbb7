import { Mark } from "@/app/_ui/mark";
import type { Made } from "@/lib/matching/queries/matches";
import { failingGates } from "@/lib/matching/rules/gates";
import { mustsOf, questionOf } from "@/lib/matching/rules/sheet";
import { plural } from "@/lib/plural";
import type { ListedPosting } from "@/lib/postings/shape";
import { askedWords, labelsOf } from "./asked-words";
import { gateWords } from "./gate-words";

/** Why a posting stands where it does, in short: its must lines, the gates that it fails, and what would narrow its range. */
export function MatchNote({
  made,
  posting,
}: {
  made: Made | undefined;
  posting: Pick<ListedPosting, "slug" | "skills" | "responsibilities">;
}) {
  if (!made) return null;
  const { sheet } = made;
  const { had, asked } = mustsOf(sheet.lines);
  const fails = failingGates(sheet.gates).map((gate) => gateWords[gate].toLowerCase());
  const question = questionOf(sheet.lines);
  if (asked === 0 && fails.length === 0 && !question) return null;
  return (
    <p className="flex flex-wrap items-baseline gap-x-4 text-sm text-ink-2">
      {asked > 0 && (
        <a href={`/jobs/${posting.slug}#match`} className="link">
          {had} of {asked} {plural(asked, "must-have")}
        </a>
      )}
      {fails.length > 0 && (
        <span className="text-bad">
          <Mark name="cross" /> Fails on {fails.join(", ")}
        </span>
      )}
      {question && (
        <span className="text-ink-3">Biggest unknown: {askedWords(question, labelsOf(posting)).label}</span>
      )}
    </p>
  );
}
