import { Options } from "@/app/_ui/options";
import { countries } from "@/lib/taxonomy/countries";

/** Suggestions for fields that name countries. */
export function CountryOptions() {
  return <Options id="country-options" values={countries.map(({ name }) => name)} />;
}
