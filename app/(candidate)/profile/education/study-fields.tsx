import { Select } from "@/app/_ui/choice-field";
import { FieldRow } from "@/app/_ui/field";
import { TextField } from "@/app/_ui/text-field";
import { type FormState, typed } from "@/lib/forms/state";
import { degreeWords, optionsOf } from "@/lib/taxonomy/words";

type Study = {
  level: string | null;
  degree: string;
  field: string;
  school: string;
  started: string | null;
  ended: string | null;
};

/** The fields of one study. `name` gives each field its name in the form around them. */
export function StudyFields({
  study,
  name,
  state,
}: {
  study?: Study;
  name: (part: string) => string;
  state: FormState;
}) {
  const field = (part: keyof Study) => ({
    name: name(part),
    errors: state.fieldErrors?.[name(part)],
    defaultValue: typed(state, name(part), study?.[part]),
  });
  return (
    <div className="grid gap-4 py-2">
      <TextField label="School" {...field("school")} />
      <FieldRow legend="Degree">
        <Select label="Level" empty="Not stated" options={optionsOf(degreeWords)} {...field("level")} />
        <TextField label="Name of the degree" {...field("degree")} />
      </FieldRow>
      <TextField label="Field" {...field("field")} />
      <FieldRow legend="When" hint="For example Sept 2018, 2018-09 or 2018.">
        <TextField label="From" {...field("started")} />
        <TextField label="To" {...field("ended")} />
      </FieldRow>
    </div>
  );
}
