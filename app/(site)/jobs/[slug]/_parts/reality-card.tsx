import { DataItem, DataList } from "@/app/_ui/data-list";
import { counted } from "@/lib/plural";
import type { Reality } from "@/lib/postings/shape";
import { formatList } from "@/lib/postings/words";

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

const requests: Record<string, string> = {
  "under-10": "under 10",
  "10-100": "10 to 100",
  "100-1000": "100 to 1,000",
  "1000-10000": "1,000 to 10,000",
  "over-10000": "over 10,000",
};

function realityFacts(reality: Reality): [label: string, value: string | null][] {
  const { datastores, deploysPerWeek, requestsPerSecond, teamSize } = reality;
  return [
    ["On call", onCall(reality.onCall)],
    ["Take-home", takeHome(reality.takeHome)],
    ["Interview", interview(reality.interview)],
    ["Team", teamSize === null ? null : counted(teamSize, "person", "people")],
    ["Datastores", datastores && formatList(datastores)],
    ["Deploys a week", deploysPerWeek === null ? null : deploysPerWeek.toLocaleString("en")],
    ["Requests a second", requestsPerSecond && (requests[requestsPerSecond] ?? requestsPerSecond)],
  ];
}

function onCall(answer: Reality["onCall"]): string | null {
  if (answer === null) return null;
  if (answer.everyWeeks === null) return "None";
  const often = answer.everyWeeks === 1 ? "Every week" : `1 week in ${answer.everyWeeks}`;
  return often + paidWord(answer.paid);
}

function takeHome(answer: Reality["takeHome"]): string | null {
  if (answer === null) return null;
  return answer.hours === 0 ? "None" : hours(answer.hours) + paidWord(answer.paid);
}

function interview(answer: Reality["interview"]): string | null {
  if (answer === null) return null;
  const stages = answer.stages !== null && counted(answer.stages, "stage");
  return [stages, answer.hours !== null && `${hours(answer.hours)} in total`].filter(Boolean).join(", ");
}

const hours = (n: number) => counted(n, "hour");
const paidWord = (paid: boolean | null) => (paid === null ? "" : paid ? ", paid" : ", unpaid");
