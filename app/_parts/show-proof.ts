import type { FocusEvent } from "react";

/**
 * Frames the words that prove what is in focus, and brings them into sight. What a field is about is its nearest `data-proof`; of a group
 * of boxes it is `data-proof-of` with the box's value behind it.
 */
export function showProof({ target }: FocusEvent<HTMLFormElement>) {
  for (const mark of document.querySelectorAll("mark[data-shown]")) mark.removeAttribute("data-shown");
  const key = keyOf(target);
  const proofs = [...document.querySelectorAll("mark[data-proves]")].filter((mark) =>
    mark.getAttribute("data-proves")?.split(" ").includes(key),
  );
  for (const mark of proofs) mark.setAttribute("data-shown", "");
  if (proofs[0]) bringIntoSight(proofs[0]);
}

/** A text that scrolls by itself moves in its box alone: what is in focus stays where it is, under the finger that pressed it. */
function bringIntoSight(mark: Element) {
  const box = mark.closest("[data-scrolls]");
  if (!box) {
    mark.scrollIntoView({ block: "nearest" });
    return;
  }
  const [at, around] = [mark.getBoundingClientRect(), box.getBoundingClientRect()];
  const isInSight = at.top >= around.top && at.bottom <= around.bottom;
  if (!isInSight) box.scrollTop += at.top - around.top - box.clientHeight / 3;
}

function keyOf(target: HTMLElement): string {
  const about = target.closest<HTMLElement>("[data-proof], [data-proof-of]")?.dataset;
  const value = target instanceof HTMLInputElement && target.type === "checkbox" ? target.value : "";
  return about?.proof ?? (value && `${about?.proofOf ?? ""}${value}`);
}
