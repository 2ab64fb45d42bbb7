import { askedWords } from "@/app/_parts/match-sheet/asked-words";
import { StatusMark } from "@/app/_ui/status-mark";
import { ratingsForm } from "@/lib/applications/form";
import { reasonKey } from "@/lib/applications/input";
import type { Raters, Rating } from "@/lib/applications/queries/ratings";
import type { ApplicationSheet } from "@/lib/applications/queries/sheet";
import { isDisputed } from "@/lib/applications/rules";
import { ratingWords } from "@/lib/applications/words";
import { formRecord } from "@/lib/forms/changes";
import { counted } from "@/lib/plural";
import { formatList } from "@/lib/postings/words";
import { ratersWords } from "./raters-words";
import { RatingForm } from "./rating-form";

/** The ratings that the reader may see, by the line that they are about. */
export type LineRatings = ReadonlyMap<string, readonly Rating[]>;

export function ratingsByLine(ratings: readonly Rating[]): LineRatings {
  const byLine = new Map<string, Rating[]>();
  for (const rating of ratings)
    byLine.set(reasonKey(rating), [...(byLine.get(reasonKey(rating)) ?? []), rating]);
  return byLine;
}

type Line = ApplicationSheet["made"]["sheet"]["lines"][number];

const ratingsOf = (ratings: LineRatings, { kind, slug }: Line) =>
  ratings.get(reasonKey({ kind, slug: slug ?? "" })) ?? [];

const disputed = (ratings: readonly Rating[]) => isDisputed(ratings.map(({ rating }) => rating));

/** Under a line of the sheet: who rated it how, and why. */
export function SaidByReviewers({ line, ratings: all }: { line: Line; ratings: LineRatings }) {
  const ratings = ratingsOf(all, line);
  if (ratings.length === 0) return null;
  return (
    <>
      {disputed(ratings) && <StatusMark tone="warning">Reviewers disagree</StatusMark>}
      <ul aria-label="Ratings" className="border-l-2 border-rule pl-3">
        {ratings.map(({ reviewer, rating, reason, isOwn }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: several accounts that are gone have no identity
          <li key={at} className="py-0.5 break-words">
            {isOwn ? "You" : (reviewer ?? "A former member")}:{" "}
            <span className="font-medium text-ink-2">{ratingWords[rating]}</span>
            {reason && <span>. “{reason}”</span>}
          </li>
        ))}
      </ul>
    </>
  );
}

/** The form in which the reader rates the lines of the sheet, under what all ratings come to. */
export function Ratings({
  id,
  sheet: { made, labels },
  ratings,
  raters,
}: {
  id: string;
  sheet: ApplicationSheet;
  ratings: LineRatings;
  raters: Raters | undefined;
}) {
  const { lines } = made.sheet;
  if (lines.length === 0) return null;
  const asked = lines.map((line) => askedWords(line, labels));
  const disputes = asked.filter((_, at) => disputed(ratingsOf(ratings, lines[at] as Line)));
  const own = [...ratings.values()].flat().filter(({ isOwn }) => isOwn);
  return (
    <div id="ratings">
      {disputes.length > 0 && (
        <p className="mb-4 flex flex-wrap gap-x-2">
          <StatusMark tone="warning">Reviewers disagree on {counted(disputes.length, "line")}</StatusMark>
          <span className="text-sm text-ink-2">{formatList(disputes.map(({ label }) => label))}</span>
        </p>
      )}
      <RatingForm
        id={id}
        note={ratersWords(raters) ?? "Nobody has rated yet"}
        isBlind={raters !== undefined && !raters.isOwn}
        // As the sheet shows them: what must be had first.
        lines={asked
          .map(({ label, detail }, at) => ({ at, asks: detail ? `${label}, ${detail}` : label }))
          .sort((a, b) => Number(lines[b.at]?.must) - Number(lines[a.at]?.must))}
        record={formRecord(
          ratingsForm(
            lines.map(({ kind, slug }) => ({ kind, slug: slug ?? "" })),
            own,
          ),
        )}
      />
    </div>
  );
}
