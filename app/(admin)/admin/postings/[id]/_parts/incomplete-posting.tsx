import { Markdown } from "@/app/_ui/markdown";
import { Notice } from "@/app/_ui/notice";
import { Section } from "@/app/_ui/section";
import type { FieldFault } from "@/lib/errors";

/** The parts of an incomplete posting that exist, and what is missing. */
export function IncompletePosting({
  posting: { companyName, description, externalUrl, missing },
}: {
  posting: {
    companyName: string;
    description: string;
    externalUrl: string | null;
    missing: FieldFault[];
  };
}) {
  return (
    <div className="grid gap-8">
      <Notice title="Missing before this posting can be published">
        <ul className="list-disc pl-4">
          {missing.map(({ path, message }) => (
            <li key={path}>{message}</li>
          ))}
        </ul>
      </Notice>
      <Section title="Description" note={companyName}>
        {description ? (
          <Markdown>{description}</Markdown>
        ) : (
          <p className="text-ink-3">This posting has no text.</p>
        )}
        {externalUrl && (
          <p className="mt-4">
            <a href={externalUrl} rel="nofollow noopener" className="link">
              Original posting
            </a>
          </p>
        )}
      </Section>
    </div>
  );
}
