import { type Reason, reasonsInWords } from "@/lib/applications/words";
import { listTagLabels } from "@/lib/taxonomy/queries/labels";

/** The reasons for a no, a sentence each, as the candidate reads them. Nothing where there are none. */
export async function Reasons({ reasons }: { reasons: readonly Reason[] }) {
  if (reasons.length === 0) return null;
  const labels = await listTagLabels(reasons.map(({ slug }) => slug));
  return (
    <ul className="max-w-measure">
      {reasonsInWords(reasons, labels).map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}
