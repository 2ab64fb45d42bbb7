import { mustsOf, type Sheet } from "@/lib/matching/rules/sheet";

/** "4 of 5 must-haves"; null if the posting has none. */
export function mustsHad(sheet: Pick<Sheet, "lines"> | null): string | null {
  const { had, asked } = mustsOf(sheet?.lines ?? []);
  return asked === 0 ? null : `${had} of ${asked} must-haves`;
}
