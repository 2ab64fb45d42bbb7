import { Notice } from "@/app/_ui/notice";
import type { Fault } from "@/lib/search/criteria";

/** What of the address made no sense and was left out, in words. */
export function SearchFaults({ faults }: { faults: readonly Fault[] }) {
  if (faults.length === 0) return null;
  return (
    <Notice tone="warning" title="We ignored part of this search">
      <ul>
        {faults.map((fault) => (
          <li key={fault.message}>{fault.message}</li>
        ))}
      </ul>
    </Notice>
  );
}
