import type { ReactNode } from "react";
import { Mark } from "@/app/_ui/mark";
import type { FailingCounts } from "@/lib/board/gates";
import { gateNames } from "@/lib/matching/rules/gates";
import { plural } from "@/lib/plural";
import { gateWords } from "../match-sheet/gate-words";

/** "570 fail: pay 412, place 388": how many fail a gate, and which. */
export const failingWords = (failing: FailingCounts): string =>
  `${failing.total.toLocaleString("en")} ${plural(failing.total, "fails", "fail")}: ${failingReasons(failing)}`;

/** "pay 412, place 388": how many fail each gate, the commonest first. One may fail several. */
export const failingReasons = (failing: FailingCounts): string =>
  gateNames
    .filter((gate) => failing[gate] > 0)
    .sort((a, b) => failing[b] - failing[a])
    .map((gate) => `${gateWords[gate].toLowerCase()} ${failing[gate].toLocaleString("en")}`)
    .join(", ");

/**
 * Behind a list of postings that can be taken: those that fail a gate, folded, with their number and the reasons. `href` leads to the list of
 * them all; without children it is all there is.
 */
export function FailingFold({
  failing,
  isOpen = false,
  href,
  children,
}: {
  failing: FailingCounts;
  isOpen?: boolean;
  href?: string;
  children?: ReactNode;
}) {
  if (!children)
    return (
      <p className="border-b border-rule">
        <a href={href} className="link inline-flex min-h-11 items-center font-medium">
          {failingWords(failing)}
        </a>
      </p>
    );
  return (
    <details open={isOpen} className="group/failing border-b border-rule">
      <summary className="flex min-h-11 cursor-pointer items-center gap-2 py-2 font-medium">
        <Mark name="down" className="shrink-0 group-open/failing:rotate-180" />
        {failingWords(failing)}
      </summary>
      <div className="border-t border-rule">{children}</div>
      {href && (
        <p className="py-3">
          <a href={href} className="link inline-flex min-h-9 items-center">
            All {failing.total.toLocaleString("en")} that fail
          </a>
        </p>
      )}
    </details>
  );
}
