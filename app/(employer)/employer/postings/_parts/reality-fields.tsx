import { Select } from "@/app/_ui/choice-field";
import { FieldRow } from "@/app/_ui/field";
import { Section } from "@/app/_ui/section";
import { NumberField, TextField } from "@/app/_ui/text-field";
import { type FormState, typed } from "@/lib/forms/state";
import type { RealityCard } from "@/lib/postings/reality";
import { optionsOf, requestWords } from "@/lib/taxonomy/words";

const yesNo = [
  { value: "yes", label: "Paid" },
  { value: "no", label: "Not paid" },
];
const paidWord = (paid: boolean | null | undefined) =>
  paid === null || paid === undefined ? "" : paid ? "yes" : "no";

/** The optional facts of working there; a card with all of them is called complete. */
export function RealityFields({ state, card }: { state: FormState; card: RealityCard | null }) {
  const field = (part: keyof RealityCard, kept?: string | number | null) => {
    const name = `reality.${part}`;
    return { name, errors: state.fieldErrors?.[name], defaultValue: typed(state, name, kept) };
  };
  return (
    <Section
      title="Reality card"
      note="Optional. With all of it the posting is marked complete."
      className="grid gap-6"
    >
      <FieldRow legend="On call" hint="0 for none; 4 for one week in four.">
        <NumberField {...field("onCallWeeks", card?.onCallWeeks)} label="One week in" />
        <Select
          {...field("onCallPaid", paidWord(card?.onCallPaid))}
          label="Pay"
          empty="Not said"
          options={yesNo}
        />
      </FieldRow>
      <FieldRow legend="What you run">
        <TextField
          {...field("datastores", card?.datastores?.join(", "))}
          label="Datastores"
          hint="Separated by commas"
        />
        <NumberField {...field("deploysPerWeek", card?.deploysPerWeek)} label="Deploys" hint="A week" />
        <Select
          {...field("requestsPerSecond", card?.requestsPerSecond)}
          label="Requests"
          hint="A second"
          empty="Not said"
          options={optionsOf(requestWords)}
        />
      </FieldRow>
      <FieldRow legend="Take-home task" hint="0 hours for none.">
        <NumberField {...field("takeHomeHours", card?.takeHomeHours)} label="Hours" />
        <Select
          {...field("takeHomePaid", paidWord(card?.takeHomePaid))}
          label="Pay"
          empty="Not said"
          options={yesNo}
        />
      </FieldRow>
      <FieldRow legend="Interviews and team">
        <NumberField {...field("interviewStages", card?.interviewStages)} label="Stages" />
        <NumberField {...field("interviewHours", card?.interviewHours)} label="Hours in all" />
        <NumberField {...field("teamSize", card?.teamSize)} label="Team size" />
      </FieldRow>
    </Section>
  );
}
