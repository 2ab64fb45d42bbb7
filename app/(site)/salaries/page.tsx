import type { Metadata } from "next";
import { Button } from "@/app/_ui/button";
import { Select } from "@/app/_ui/choice-field";
import { PageHeader } from "@/app/_ui/page-header";
import { Section } from "@/app/_ui/section";
import { formatPay } from "@/lib/postings/words";
import { parseParameters } from "@/lib/search/criteria";
import { salaryThresholds } from "@/lib/search/filters/offer";
import { findPayOf, listPay } from "@/lib/search/queries/pay";
import { readCriteria } from "@/lib/search/queries/search";
import { countryName } from "@/lib/taxonomy/countries";
import { bands } from "@/lib/taxonomy/terms";
import { bandWords } from "@/lib/taxonomy/words";
import { PayOfGroup } from "./_parts/pay-of-group";
import { PayTable, scaleOf } from "./_parts/pay-table";
import { Reference } from "./_parts/reference";

export const metadata: Metadata = {
  title: "Salaries",
  description:
    "What backend developers are paid: by skill, level and country, from the postings that are open now.",
};

/** What the page can be narrowed by: parameters of the search, which mean the same there. */
const narrowed = ["skill", "band", "country"] as const;

export default async function SalariesPage({ searchParams }: PageProps<"/salaries">) {
  const asked = await searchParams;
  const address = new URLSearchParams(
    narrowed.flatMap((name) => [asked[name] ?? []].flat().map((value) => [name, value])),
  );
  const { criteria, faults } = parseParameters(address);
  const [{ ready, faults: unknown }, pay] = await Promise.all([readCriteria(criteria), listPay()]);
  const { skill: bySkill, band: byBand, country: byCountry } = pay;
  const found = await findPayOf(ready);
  const most = scaleOf([...bySkill, ...byBand, ...byCountry, ...(found.pay ? [found.pay] : [])]);
  const [skill] = ready.criteria.skill ?? [];
  const [country] = ready.criteria.country ?? [];
  const countries = byCountry.map((row) => ({ ...row, label: countryName(row.value) }));
  const levels = bands.flatMap((band) => byBand.filter(({ value }) => value === band));
  return (
    <>
      <PageHeader
        title="Salaries"
        lead="What backend developers are paid, from the postings that are open now. Every posting here shows its pay."
      />
      <div className="grid max-w-3xl grid-cols-[minmax(0,1fr)] gap-12">
        <PayOfGroup criteria={ready.criteria} faults={[...faults, ...unknown]} found={found} most={most}>
          <form action="/salaries" className="grid items-end gap-4 sm:grid-cols-[1fr_1fr_1fr_auto]">
            <Select
              name="skill"
              label="Technology"
              empty="Any"
              defaultValue={skill}
              options={offered(bySkill, skill)}
            />
            <Select
              name="band"
              label="Level"
              empty="Any"
              defaultValue={ready.criteria.band?.[0]}
              options={bands.map((band) => ({ value: band, label: bandWords[band] }))}
            />
            <Select
              name="country"
              label="Country"
              empty="Any"
              defaultValue={country}
              options={offered(
                countries.toSorted((a, b) => a.label.localeCompare(b.label, "en")),
                country,
              )}
            />
            <Button type="submit">Show pay</Button>
          </form>
        </PayOfGroup>
        <PayTable
          title="By level"
          head="Level"
          rows={levels.map((row) => ({ ...row, label: bandWords[row.value as keyof typeof bandWords] }))}
          parameter="band"
          most={most}
        />
        <PayTable title="By technology" head="Technology" rows={bySkill} parameter="skill" most={most} />
        <PayTable title="By country" head="Country" rows={countries} parameter="country" most={most} />
        <Section title="Open postings that pay at least" note="US dollars a year">
          <ul className="flex flex-wrap gap-x-6">
            {salaryThresholds.map((yearly) => (
              <li key={yearly}>
                <a
                  href={`/jobs?salary=${yearly}&sort=salary`}
                  className="link inline-flex min-h-9 items-center tabular-nums"
                >
                  {formatPay({ min: yearly, max: yearly, currency: "USD" })}
                </a>
              </li>
            ))}
          </ul>
        </Section>
        <Reference />
      </div>
    </>
  );
}

/** The choices of a list, and what the address asks for, also where too few postings have it to be offered. */
function offered(options: readonly { value: string; label: string }[], chosen?: string) {
  const isOffered = !chosen || options.some(({ value }) => value === chosen);
  return isOffered ? options : [...options, { value: chosen, label: chosen }];
}
