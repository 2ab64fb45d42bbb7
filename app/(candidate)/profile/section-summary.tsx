import { Facts, factsOfPerson, factsOfWants, Listed } from "@/app/_parts/profile-facts";
import { Mark } from "@/app/_ui/mark";
import { counted } from "@/lib/plural";
import type { ProfileSection } from "@/lib/profiles/lists";
import type { OwnProfile } from "@/lib/profiles/queries/profile";
import { emptySections } from "./sections";

type Summed = { name: string | null; profile: OwnProfile | null };

const isSaid = ({ name, profile }: Summed): Record<ProfileSection, boolean> => ({
  wants: profile !== null && factsOfWants(profile).length > 0,
  skills: profile !== null && profile.skills.length + profile.no.skills.length > 0,
  you: Boolean(name ?? profile?.headline) || (profile !== null && factsOfPerson(profile).length > 0),
  responsibilities:
    profile !== null && profile.responsibilities.length + profile.no.responsibilities.length > 0,
  finding: true,
});

/** Whether a section of the profile says anything. */
export const saysAnything = (section: ProfileSection, of: Summed) => isSaid(of)[section];

/** A section of the profile that is not open: what it says. */
export function SectionSummary({ section, ...of }: Summed & { section: ProfileSection }) {
  if (!saysAnything(section, of)) return <p className="max-w-measure text-ink-3">{emptySections[section]}</p>;
  const { name, profile } = of;
  switch (section) {
    case "wants":
      return profile && <Facts facts={factsOfWants(profile)} />;
    case "skills":
      return profile && <Skills profile={profile} />;
    case "you":
      return (
        <>
          <p className="mb-3 text-md">{[name, profile?.headline].filter(Boolean).join(" · ")}</p>
          {profile && <Facts facts={factsOfPerson(profile)} />}
        </>
      );
    case "responsibilities":
      return (
        <div className="-mt-2">
          <Listed title="Has done" items={(profile?.responsibilities ?? []).map(({ label }) => label)} />
          <Listed
            title="Has not done"
            items={(profile?.no.responsibilities ?? []).map(({ label }) => label)}
          />
        </div>
      );
    case "finding":
      return (
        <p>
          {profile?.searchable
            ? "Employers can find you by your profile."
            : "Only companies that you apply to see your profile."}
        </p>
      );
  }
}

/** The skills that are had as chips with their years, a check for those that evidence shows; then those that are not had. */
function Skills({ profile: { skills, no } }: { profile: OwnProfile }) {
  return (
    <>
      <ul aria-label="Your skills" className="flex flex-wrap gap-2">
        {skills.map(({ slug, label, years, evidence }) => (
          <li key={slug} className="flex items-baseline gap-2 rounded border border-rule px-2.5 py-1">
            <span className="font-medium">{label}</span>
            {years !== null && <span className="text-sm text-ink-3">{counted(years, "year")}</span>}
            {evidence && (
              <span className="text-accent">
                <Mark name="check" />
                <span className="sr-only">shown by {counted(evidence, "piece")} of evidence</span>
              </span>
            )}
          </li>
        ))}
      </ul>
      {skills.some(({ evidence }) => evidence) && (
        <p className="mt-2 text-sm text-ink-3" aria-hidden="true">
          <Mark name="check" className="text-accent" /> Shown by a job, a project or other evidence.
        </p>
      )}
      <Listed title="Does not have" items={no.skills.map(({ label }) => label)} />
    </>
  );
}
