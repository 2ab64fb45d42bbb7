import { DataItem, DataList } from "@/app/_ui/data-list";
import { realityFacts } from "@/lib/postings/reality";
import type { Reality } from "@/lib/postings/shape";

/** What the work is like, as the employer answers it. What was not answered stays in sight as a dash. */
export function RealityCard({ reality }: { reality: Reality }) {
  return (
    <DataList>
      {realityFacts(reality).map(([label, value]) => (
        <DataItem key={label} label={label}>
          {value}
        </DataItem>
      ))}
    </DataList>
  );
}

/** How many of its questions a card answers, and how many there are. */
export function countRealityAnswers(reality: Reality): { answered: number; asked: number } {
  const facts = realityFacts(reality);
  return { answered: facts.filter(([, value]) => value !== null).length, asked: facts.length };
}
