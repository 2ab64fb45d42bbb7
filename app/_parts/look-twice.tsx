import { Notice } from "@/app/_ui/notice";

/** The reasons for a second look at a posting, in the words that its writer and the admins both read; nothing where there are none. */
export function LookTwice({ title, risks }: { title: string; risks: string[] }) {
  if (risks.length === 0) return null;
  return (
    <Notice tone="warning" title={title}>
      <ul className="list-disc pl-4">
        {risks.map((risk) => (
          <li key={risk}>{risk}</li>
        ))}
      </ul>
    </Notice>
  );
}
