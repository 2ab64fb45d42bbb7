import { keptParams } from "@/app/_parts/search/search-view";
import { Button } from "@/app/_ui/button";
import { Checkbox } from "@/app/_ui/choice-field";
import { counted } from "@/lib/plural";
import type { SearchCriteria } from "@/lib/search/criteria";

/** Hides the postings that fail a gate, and says how many those are: a GET form, so that the choice stands in the address. */
export function GatesForm({
  criteria,
  hides,
  failing,
}: {
  criteria: SearchCriteria;
  hides: boolean;
  failing: number;
}) {
  if (failing === 0 && !hides) return null;
  const many = counted(failing, "posting");
  return (
    <form
      key={String(hides)}
      action="/matches"
      method="get"
      data-keep-scroll
      className="flex items-center gap-x-4"
    >
      {keptParams(criteria).map(([name, value]) => (
        <input key={`${name}=${value}`} type="hidden" name={name} value={value} />
      ))}
      <Checkbox
        name="gates"
        value="hide"
        label={`Hide postings that fail on pay, place, hours or employment (${many})`}
        defaultChecked={hides}
      />
      <Button type="submit" size="sm">
        Set
      </Button>
    </form>
  );
}
