import { Section } from "@/app/_ui/section";
import type { OwnProof } from "@/lib/profiles/input/resume";
import { piecesOf } from "./pieces";

/** All evidence and education of a profile or an application, each with what it shows. Nothing if there is none. */
export function EvidenceList({ proof }: { proof: OwnProof }) {
  const pieces = piecesOf(proof, false);
  if (pieces.length === 0) return null;
  return (
    <Section title="Evidence">
      <ul className="border-b border-rule">
        {pieces.map(({ id, name, about, url, skills, responsibilities }) => {
          const shown = [...skills, ...responsibilities];
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
