import type { Sheet } from "@/lib/matching/rules/sheet";

/** "4 of 5 musts"; nothing where none is asked. */
export function mustsHad(sheet: Pick<Sheet, "lines"> | null): string | null {
  const musts = (sheet?.lines ?? []).filter(({ must }) => must);
  if (musts.length === 0) return null;
  return `${musts.filter(({ low }) => low === 1).length} of ${musts.length} musts`;
}
