import { formatAge } from "@/app/_parts/dates";
import { reportWords } from "@/app/_parts/report-words";
import { Section } from "@/app/_ui/section";
import type { listOpenReports } from "@/lib/reports/queries";

/** The open reports of a posting. Who reported is told to nobody. */
export function Reports({
  reports,
  now,
}: {
  reports: Awaited<ReturnType<typeof listOpenReports>>;
  now: Date;
}) {
  if (reports.length === 0) return null;
  return (
    <Section title="Reports" note={reports.length}>
      <ul className="grid gap-3">
        {reports.map(({ id, at, reason, words, weighs, hasAccount }) => (
          <li key={id}>
            <p className="font-medium">{reportWords[reason]}</p>
            {words && <p className="text-ink-2">{words}</p>}
            <p className="text-sm text-ink-3">
              {formatAge(at, now)},{" "}
              {weighs
                ? "counts towards freezing"
                : hasAccount
                  ? "account does not count"
                  : "without an account"}
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}
