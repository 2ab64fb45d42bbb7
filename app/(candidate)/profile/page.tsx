import type { Metadata } from "next";
import { CountryOptions } from "@/app/_parts/datalists";
import { ButtonLink, buttonClass } from "@/app/_ui/button";
import { Notice } from "@/app/_ui/notice";
import { PageHeader } from "@/app/_ui/page-header";
import { Section } from "@/app/_ui/section";
import { requireActor } from "@/lib/auth/session";
import { formRecord } from "@/lib/forms/changes";
import { sectionForm } from "@/lib/profiles/form";
import { type ProfileSection, profileSections } from "@/lib/profiles/lists";
import { findProfile } from "@/lib/profiles/queries/profile";
import { listEducation, listEvidence } from "@/lib/profiles/queries/resume";
import { listRates } from "@/lib/taxonomy/queries/rates";
import { listResponsibilities } from "@/lib/taxonomy/queries/responsibilities";
import { ProfileEvidence } from "./profile-evidence";
import { SectionForm } from "./section-form";
import { SectionSummary, saysAnything } from "./section-summary";
import { sectionFormId, sectionTitles } from "./sections";

export const metadata: Metadata = { title: "Profile" };

const done = {
  imported: "Imported. Your profile is updated.",
  removed: "Removed from your profile.",
};

const sectionIn = (asked: string | string[] | undefined): ProfileSection | null =>
  profileSections.find((one) => one === asked) ?? null;

export default async function ProfilePage({ searchParams }: PageProps<"/profile">) {
  const actor = await requireActor("/profile");
  const [profile, evidence, education, responsibilities, rates, asked] = await Promise.all([
    findProfile(actor),
    listEvidence(actor),
    listEducation(actor),
    listResponsibilities(),
    listRates(),
    searchParams,
  ]);
  const message = Object.entries(done).find(([key]) => asked[key])?.[1];
  const [open, saved] = [sectionIn(asked.edit), sectionIn(asked.saved)];
  const of = { name: actor.name, profile };
  return (
    <>
      <PageHeader
        title="Profile"
        lead="What you can do and what you want. We send it with your applications exactly as you see it here. Nothing you leave out counts against you."
        actions={
          <>
            <ButtonLink href="/profile/pass">Quick questions</ButtonLink>
            <ButtonLink href="/profile/import">Import a résumé</ButtonLink>
            {profile && (
              <ButtonLink href="/profile/resume.json" look="quiet">
                Download as JSON Resume
              </ButtonLink>
            )}
          </>
        }
      />
      {(message || asked.saved === "1") && (
        <div className="mb-6">
          <Notice tone="success" live title={message ?? "Profile saved."} />
        </div>
      )}
      <CountryOptions />
      <div className="grid gap-x-12 gap-y-10 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="grid min-w-0 content-start gap-10">
          {open && <DefaultButton form={sectionFormId(open)} />}
          {profileSections.map((section) => (
            <Section
              key={section}
              id={section}
              title={sectionTitles[section]}
              note={
                section !== open && (
                  <Opener section={section} open={open} isEmpty={!saysAnything(section, of)} />
                )
              }
            >
              {section === saved && (
                <div className="mb-4">
                  <Notice tone="success" live title="Profile saved." />
                </div>
              )}
              {section === open ? (
                <SectionForm
                  section={section}
                  record={formRecord(sectionForm(section, actor.name, profile))}
                  offered={{
                    evidence: evidence.map(({ title, organisation, skills, responsibilities }) => ({
                      name: [title, organisation].filter(Boolean).join(", "),
                      tags: [
                        ...skills.map(({ label }) => label),
                        ...responsibilities.map(({ slug }) => slug),
                      ],
                    })),
                    responsibilities: responsibilities.map(({ slug, label }) => ({ slug, label })),
                    rates: section === "wants" ? rates : [],
                    timezones: section === "wants" ? Intl.supportedValuesOf("timeZone") : [],
                  }}
                />
              ) : (
                <SectionSummary section={section} {...of} />
              )}
              {section === "finding" && (
                <a className="link mt-2 inline-flex min-h-9 items-center text-sm" href="/profile/visibility">
                  Block companies and see who opened your profile
                </a>
              )}
            </Section>
          ))}
        </div>
        <ProfileEvidence evidence={evidence} education={education} />
      </div>
    </>
  );
}

/** Opens a section. Where another one is open, it saves that first, so that nothing typed there is lost. */
function Opener({
  section,
  open,
  isEmpty,
}: {
  section: ProfileSection;
  open: ProfileSection | null;
  isEmpty: boolean;
}) {
  const word = isEmpty ? "add" : "change";
  const name = <span className="sr-only"> {sectionTitles[section]}</span>;
  if (open)
    return (
      <button
        type="submit"
        form={sectionFormId(open)}
        name="next"
        value={section}
        className={buttonClass("quiet", "sm", "sm:-mr-3")}
      >
        Save, then {word}
        {name}
      </button>
    );
  return (
    <ButtonLink href={`/profile?edit=${section}#${section}`} look="quiet" size="sm" className="sm:-mr-3">
      {isEmpty ? "Add" : "Change"}
      {name}
    </ButtonLink>
  );
}

/** What Enter presses in a field of the open form: without it that would be the first of the buttons that open other sections. */
const DefaultButton = ({ form }: { form: string }) => (
  <button type="submit" form={form} tabIndex={-1} aria-hidden="true" className="sr-only">
    Save
  </button>
);
