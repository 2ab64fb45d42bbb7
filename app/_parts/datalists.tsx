import { countries } from "@/lib/taxonomy/countries";
import { listSkills } from "@/lib/taxonomy/queries/skills";

/** Suggestions for fields that name skills: the browser's own list, in need of no script. */
export async function SkillOptions() {
  const skills = await listSkills();
  return (
    <datalist id="skill-options">
      {skills.map(({ slug, label }) => (
        <option key={slug} value={label} />
      ))}
    </datalist>
  );
}

/** The same for countries. */
export function CountryOptions() {
  return (
    <datalist id="country-options">
      {countries.map(({ code, name }) => (
        <option key={code} value={name} />
      ))}
    </datalist>
  );
}
