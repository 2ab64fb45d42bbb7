import { Section } from "@/app/_ui/section";
import type { OwnEvidence } from "@/lib/profiles/input/resume";
import { piecesOf } from "./pieces";

/** All evidence that goes, or went, with an application: each piece with what it shows. */
export function EvidenceList({ evidence }: { evidence: readonly OwnEvidence[] }) {
  return (
    <Section title="Evidence">
      <ul className="border-b border-rule">
        {piecesOf(evidence, false).map(({ id, name, about, url }, at) => {
          const shown = [...(evidence[at]?.skills ?? []), ...(evidence[at]?.responsibilities ?? [])];
          return (
            <li key={id} className="border-t border-rule py-2 break-words">
              <p className="font-medium">{name}</p>
              {about && <p className="text-sm whitespace-pre-wrap text-ink-2">{about}</p>}
              {url && (
                <a href={url} rel="nofollow ugc noopener" className="link text-sm">
                  {url}
                </a>
              )}
              {shown.length > 0 && (
                <p className="text-sm text-ink-3">Shows {shown.map(({ label }) => label).join(", ")}</p>
              )}
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
