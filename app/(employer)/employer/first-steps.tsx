import { Section } from "@/app/_ui/section";
import { StatusMark } from "@/app/_ui/status-mark";
import type { FirstStep, firstSteps } from "@/lib/companies/first-steps";

/** What a new company does until its first posting is live, and what of it is done. */
export function FirstSteps({
  steps,
  slug,
  newest,
}: {
  steps: NonNullable<ReturnType<typeof firstSteps>>;
  slug: string;
  /** Its newest posting, where it has one. */
  newest: string | undefined;
}) {
  const posting = newest ? `/employer/postings/${newest}` : `/employer/postings/new?company=${slug}`;
  const words: Record<FirstStep, { label: string; href?: string; note: string }> = {
    described: {
      label: "Fill in the company’s page",
      href: `/employer/company?company=${slug}`,
      note: "Its website, and what you build.",
    },
    verified: {
      label: "Verify the company",
      href: `/employer/company/verify?company=${slug}`,
      note: "By an address at its domain or a DNS record. Reviews of verified companies are simpler.",
    },
    written: {
      label: "Write your first posting",
      href: posting,
      note: "Or paste an advert, and we read it into the form.",
    },
    sent: { label: "Submit it for review", href: posting, note: "An admin reads every first posting." },
    live: { label: "Your posting is live", note: "We tell you by e-mail." },
  };
  return (
    <Section title="First steps" className="mb-10">
      <ol className="border-t border-rule">
        {steps.map(({ step, isDone }) => {
          const { label, href, note } = words[step];
          return (
            <li
              key={step}
              className="grid items-baseline gap-x-8 gap-y-1 border-b border-rule py-2.5 sm:grid-cols-[minmax(0,1fr)_auto]"
            >
              <div>
                {href && !isDone ? (
                  <a href={href} className="link font-medium">
                    {label}
                  </a>
                ) : (
                  <span className="font-medium">{label}</span>
                )}
                <span className="block text-sm text-ink-2">{note}</span>
              </div>
              <StatusMark tone={isDone ? "good" : "neutral"}>{isDone ? "Done" : "To do"}</StatusMark>
            </li>
          );
        })}
      </ol>
    </Section>
  );
}
