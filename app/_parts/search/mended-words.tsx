import { Notice } from "@/app/_ui/notice";
import type { SearchCriteria } from "@/lib/search/criteria";
import type { Mended } from "@/lib/search/queries/mend";
import { type SearchPlace, searchHref } from "./search-view";

/** Says which words were taken for mistyped, with the way to have them as they were typed. */
export function MendedWords({
  mended,
  criteria,
  at,
}: {
  mended: readonly Mended[];
  criteria: SearchCriteria;
  at?: SearchPlace;
}) {
  if (mended.length === 0) return null;
  const typed = mended.reduce((q, { typed: word, meant }) => q.replace(meant, `"${word}"`), criteria.q ?? "");
  return (
    <Notice title={`No posting contains ${mended.map(({ typed: word }) => `“${word}”`).join(" or ")}`}>
      Showing results for {mended.map(({ meant }) => `“${meant}”`).join(" and ")} instead.{" "}
      <a href={searchHref({ ...criteria, q: typed }, null, at)} className="link">
        Search for what you typed
      </a>
    </Notice>
  );
}
