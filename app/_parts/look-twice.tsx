import { Notice } from "@/app/_ui/notice";

/** A reason in words, with a link to what it is about where the reader can change that. */
export type ShownRisk = string | { message: string; href: string | null };

/** The reasons for a second look at a posting, in the words that its writer and the admins both read; nothing where there are none. */
export function LookTwice({ title, risks }: { title: string; risks: readonly ShownRisk[] }) {
  if (risks.length === 0) return null;
  return (
    <Notice tone="warning" title={title}>
      <RiskList risks={risks} />
    </Notice>
  );
}

export const RiskList = ({ risks }: { risks: readonly ShownRisk[] }) => (
  <ul className="list-disc pl-4">
    {risks.map((risk) => {
      const { message, href } = typeof risk === "string" ? { message: risk, href: null } : risk;
      return (
        <li key={message}>
          {href ? (
            <a href={href} className="link inline-block py-0.5">
              {message}
            </a>
          ) : (
            message
          )}
        </li>
      );
    })}
  </ul>
);
