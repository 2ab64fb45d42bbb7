import { isId } from "@/app/_parts/id";
import type { CandidateCursor } from "@/lib/matching/queries/candidates";

/** Where a page of the list begins, in its address; what cannot be one is the beginning. */
export function cursorIn(text: string | string[] | undefined): CandidateCursor | undefined {
  const [, rank, high, id] = /^(\d{1,4})\.(\d{1,3})\.(.+)$/.exec(String(text ?? "")) ?? [];
  return isId(id) ? { rank: Number(rank), high: Number(high), id } : undefined;
}

export const cursorOf = ({ rank, high, id }: CandidateCursor) => `${rank}.${high}.${id}`;
