import { gateWords } from "@/app/_parts/match-sheet/gate-words";
import { Button } from "@/app/_ui/button";
import { Select } from "@/app/_ui/choice-field";
import type { PipelineQuery } from "@/lib/applications/input";
import { gateNames } from "@/lib/matching/rules/gates";
import type { OwnPosting } from "@/lib/postings/queries/own";
import { listTagLabels } from "@/lib/taxonomy/queries/labels";

/** Narrows the list of applicants: by a line of the match sheet that they meet, and by a condition that they do not fail. */
export async function PipelineFilter({ posting, query }: { posting: OwnPosting; query: PipelineQuery }) {
  const labels = await listTagLabels(posting.responsibilities.map(({ slug }) => slug));
  const lines = [
    ...posting.skills.map(({ slug, name }) => ({ value: `skill:${slug}`, label: name })),
    ...posting.responsibilities.map(({ slug }) => ({
      value: `responsibility:${slug}`,
      label: labels.get(slug) ?? slug,
    })),
    ...(posting.experienceMin ? [{ value: "experience:", label: "Years of experience" }] : []),
    ...(posting.degreeLevel && posting.degreeLevel !== "none" ? [{ value: "degree:", label: "Degree" }] : []),
  ];
  return (
    <form
      action={`/employer/postings/${posting.id}/applicants`}
      method="get"
      aria-label="Filter applicants"
      className="mb-5 grid items-end gap-4 sm:justify-start sm:grid-cols-[repeat(2,minmax(0,20rem))_auto]"
    >
      {query.sort !== "arrival" && <input type="hidden" name="sort" value={query.sort} />}
      {query.state !== "open" && <input type="hidden" name="state" value={query.state} />}
      <Select name="line" label="Meets" empty="Any requirement" defaultValue={query.line} options={lines} />
      <Select
        name="gate"
        label="Does not fail"
        empty="Any condition"
        defaultValue={query.gate}
        options={[
          { value: "all", label: "All conditions" },
          ...gateNames.map((value) => ({ value, label: gateWords[value] })),
        ]}
      />
      <Button type="submit">Show</Button>
    </form>
  );
}
