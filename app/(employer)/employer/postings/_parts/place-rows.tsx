import { Checkbox } from "@/app/_ui/choice-field";
import { FieldError } from "@/app/_ui/field";
import { SuggestInput } from "@/app/_ui/suggest-field";
import { rowsOf } from "@/lib/forms/rows";
import { type FormState, typed } from "@/lib/forms/state";

/** Cities with their countries. */
export function PlaceRows({ state, need }: { state: FormState; need?: string }) {
  const confirm = state.fieldErrors?.placesConfirmed;
  return (
    <fieldset>
      <legend className="font-medium">Places</legend>
      <p className="mb-2 text-sm text-ink-3">
        Add at least one place with its country, unless the work is remote.
        {need && <span className="text-warn"> {need}</span>}
      </p>
      <div className="grid gap-2">
        {rowsOf(state, "places").map((i) => {
          const name = (part: string) => `places[${i}].${part}`;
          const errors = [name("city"), name("country")].flatMap((part) => state.fieldErrors?.[part] ?? []);
          return (
            <div key={i} className="grid grid-cols-2 gap-x-2 gap-y-1">
              <SuggestInput
                of="cities"
                id={name("city")}
                name={name("city")}
                label={`City ${i + 1}`}
                placeholder="City"
                defaultValue={typed(state, name("city"))}
              />
              <input
                id={name("country")}
                name={name("country")}
                aria-label={`Country ${i + 1}`}
                placeholder="Country"
                list="country-options"
                autoComplete="off"
                aria-invalid={errors.length > 0 || undefined}
                aria-describedby={errors.length > 0 ? `${name("country")}-error` : undefined}
                defaultValue={typed(state, name("country"))}
                className="control"
              />
              <div className="col-span-2">
                <FieldError id={name("country")} errors={errors} />
              </div>
            </div>
          );
        })}
      </div>
      {(confirm || typed(state, "placesConfirmed") === "on") && (
        <Checkbox
          name="placesConfirmed"
          value="on"
          label="Yes, these places are right"
          hint="Searches by distance do not find a posting in a town that we do not know."
          errors={confirm}
          defaultChecked={typed(state, "placesConfirmed") === "on"}
          className="mt-2"
        />
      )}
    </fieldset>
  );
}
