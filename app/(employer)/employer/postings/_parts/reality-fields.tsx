import { Select } from "@/app/_ui/choice-field";
import { FieldRow } from "@/app/_ui/field";
import { FoldSection } from "@/app/_ui/fold-section";
import { NumberField, TextField } from "@/app/_ui/text-field";
import { type FormState, typed } from "@/lib/forms/state";
import type { RealityCard } from "@/lib/postings/reality";
import { optionsOf, requestWords } from "@/lib/taxonomy/words";

const yesNo = [
  { value: "yes", label: "Paid" },
  { value: "no", label: "Not paid" },
];

/** The optional facts of working there; a card with all of them is called complete. */
export function RealityFields({ state, isOpen }: { state: FormState; isOpen: boolean }) {
  const field = (part: keyof RealityCard) => {
    const name = `reality.${part}`;
    return { name, errors: state.fieldErrors?.[name], defaultValue: typed(state, name) };
  };
  return (
    <FoldSection
      title="Reality card"
      note="Optional: what working there is really like"
      isOpen={isOpen}
      className="grid gap-6"
    >
      <p className="text-sm text-ink-3">
        If you fill in all of it, the posting is marked “Reality card complete”.
      </p>
      <FieldRow legend="On call" hint="Enter 0 for none, or 4 for one week in four.">
        <NumberField {...field("onCallWeeks")} label="One week in" />
        <Select {...field("onCallPaid")} label="Pay" empty="Not stated" options={yesNo} />
      </FieldRow>
      <FieldRow legend="Your systems">
        <TextField {...field("datastores")} label="Datastores" hint="Separated by commas" />
        <NumberField {...field("deploysPerWeek")} label="Deploys" hint="Per week" />
        <Select
          {...field("requestsPerSecond")}
          label="Requests"
          hint="Per second"
          empty="Not stated"
          options={optionsOf(requestWords)}
        />
      </FieldRow>
      <FieldRow legend="Take-home task" hint="Enter 0 for none.">
        <NumberField {...field("takeHomeHours")} label="Hours" />
        <Select {...field("takeHomePaid")} label="Pay" empty="Not stated" options={yesNo} />
      </FieldRow>
      <FieldRow legend="Interviews and team">
        <NumberField {...field("interviewStages")} label="Stages" />
        <NumberField {...field("interviewHours")} label="Total hours" />
        <NumberField {...field("teamSize")} label="Team size" />
      </FieldRow>
    </FoldSection>
  );
}
