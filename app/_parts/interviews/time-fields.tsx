import { TextField } from "@/app/_ui/text-field";
import { type FormState, typed } from "@/lib/forms/state";

/** So many fields for times. `at` tells their ids from those of other forms of the page; `times` is what they begin with. */
export function TimeFields({
  state,
  count,
  times = [],
  at = "",
}: {
  state: FormState;
  count: number;
  times?: readonly string[];
  at?: string;
}) {
  return (
    <fieldset className="grid gap-3">
      <legend className="mb-1 font-medium">Times</legend>
      <div className="grid gap-3 sm:grid-cols-2">
        {Array.from({ length: count }, (_, i) => {
          const name = `times[${i}]`;
          return (
            <TextField
              key={name}
              id={`${name}${at}`}
              name={name}
              type="datetime-local"
              label={`Time ${i + 1}`}
              optional={i > 0}
              errors={state.fieldErrors?.[name]}
              defaultValue={typed(state, name, times[i])}
            />
          );
        })}
      </div>
    </fieldset>
  );
}
