import type { ReactNode } from "react";
import { RiskList } from "@/app/_parts/look-twice";
import { Mark } from "@/app/_ui/mark";
import { Notice } from "@/app/_ui/notice";
import { counted } from "@/lib/plural";
import { CostFigures } from "./cost-figures";
import type { Outlook } from "./outlook";

/** What stays in view while a posting is written: a column beside the form, and on phones a bar above it that unfolds. */
export function Rail({ outlook, isLate, saving }: { outlook: Outlook; isLate: boolean; saving: ReactNode }) {
  const { cost, level, missing, doubts, risks } = outlook;
  return (
    <aside
      aria-label="What this posting leads to"
      data-rail
      className="sticky top-0 z-20 -mx-4 border-b-2 border-ink bg-paper px-4 max-lg:order-first lg:top-4 lg:mx-0 lg:max-h-[calc(100dvh-2rem)] lg:self-start lg:overflow-y-auto lg:border-b-0 lg:px-0"
    >
      <details className="unfold-lg group/rail">
        <summary className="flex min-h-12 cursor-pointer items-center justify-between gap-3 font-semibold">
          <span>
            {missing.length > 0 ? `${missing.length} still needed to publish` : "Nothing is missing"}
            <span className="font-normal text-ink-3">
              {" "}
              · {cost.meeting === null ? "under 5" : `${cost.meeting}+`} candidates
            </span>
          </span>
          <Mark name="down" className="text-ink-3 group-open/rail:rotate-180" />
        </summary>
        <div className="grid max-h-[70dvh] gap-5 overflow-y-auto pb-4 lg:max-h-none lg:overflow-visible">
          <Part title="How your must-haves narrow the field">
            <CostFigures cost={cost} />
            <p className="mt-1 text-sm text-ink-3">
              Of candidates who allow employers to find them and have not blocked your company. Figures are
              rounded down to a multiple of 5, to protect individuals.
            </p>
          </Part>
          <Part title="Who finds it">
            <p>{level}</p>
          </Part>
          <Part title="Still needed to publish">
            {missing.length === 0 ? (
              <p className="text-ink-2">
                <Mark name="check" className="text-accent" /> Nothing is missing.
              </p>
            ) : (
              <Faults faults={missing} />
            )}
          </Part>
          {doubts.length > 0 && (
            <Part title="Check this">
              <Faults faults={doubts} />
            </Part>
          )}
          <Part title="What the reviewer will look at">
            {risks.length === 0 ? (
              <p className="text-ink-2">No special reasons.</p>
            ) : (
              <RiskList risks={risks} />
            )}
          </Part>
          {isLate && <Notice tone="warning">We could not update this just now.</Notice>}
        </div>
      </details>
      {saving}
    </aside>
  );
}

const Part = ({ title, children }: { title: string; children: ReactNode }) => (
  <section>
    <h2 className="eyebrow mb-1">{title}</h2>
    {children}
  </section>
);

const Faults = ({ faults }: { faults: Outlook["missing"] }) => (
  <ul>
    {faults.map(({ path, message }) => (
      <li key={`${path} ${message}`}>
        <a href={`#${path}`} className="link inline-block py-0.5">
          {message}
        </a>
      </li>
    ))}
  </ul>
);

/** "2 needed", for the heading of a section. */
export const neededIn = (outlook: Outlook | null, fields: readonly string[]): string | undefined => {
  const n = (outlook?.missing ?? []).filter(({ path }) =>
    fields.includes(path.split(/[[.]/, 1)[0] ?? ""),
  ).length;
  return n > 0 ? `${counted(n, "field")} needed to publish` : undefined;
};
