import { countries } from "@/lib/taxonomy/countries";

/** Suggestions for fields that name countries: the browser's own list, in need of no script. */
export function CountryOptions() {
  return (
    <datalist id="country-options">
      {countries.map(({ code, name }) => (
        <option key={code} value={name} />
      ))}
    </datalist>
  );
}
