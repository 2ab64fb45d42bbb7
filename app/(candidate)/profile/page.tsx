import type { Metadata } from "next";
import { CountryOptions } from "@/app/_parts/datalists";
import { ButtonLink } from "@/app/_ui/button";
import { Notice } from "@/app/_ui/notice";
import { PageHeader } from "@/app/_ui/page-header";
import { requireActor } from "@/lib/auth/session";
import { formRecord } from "@/lib/forms/changes";
import { profileForm } from "@/lib/profiles/form";
import { findProfile } from "@/lib/profiles/queries/profile";
import { listEducation, listEvidence } from "@/lib/profiles/queries/resume";
import { listRates } from "@/lib/taxonomy/queries/rates";
import { listResponsibilities } from "@/lib/taxonomy/queries/responsibilities";
import { ProfileEvidence } from "./profile-evidence";
import { ProfileForm } from "./profile-form";

export const metadata: Metadata = { title: "Profile" };

const done = {
  saved: "Profile saved.",
  imported: "Imported. Your profile is updated.",
  removed: "Removed from your profile.",
};

export default async function ProfilePage({ searchParams }: PageProps<"/profile">) {
  const actor = await requireActor("/profile");
  const [profile, evidence, education, allResponsibilities, rates, asked] = await Promise.all([
    findProfile(actor),
    listEvidence(actor),
    listEducation(actor),
    listResponsibilities(),
    listRates(),
    searchParams,
  ]);
  const record = formRecord(profileForm(actor.name, profile));
  const message = Object.entries(done).find(([key]) => asked[key])?.[1];
  return (
    <>
      <PageHeader
        title="Profile"
        lead="What you can do and what you want. We send it with your applications exactly as you see it here. Nothing you leave out counts against you."
        actions={
          <>
            <ButtonLink href="/profile/visibility" look="quiet">
              Who can find you
            </ButtonLink>
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
      {message && (
        <div className="mb-6">
          <Notice tone="success" live title={message} />
        </div>
      )}
      <CountryOptions />
      <div className="grid gap-x-12 gap-y-12 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <ProfileForm
          record={record}
          evidence={evidence.map(({ title, organisation, skills, responsibilities }) => ({
            name: [title, organisation].filter(Boolean).join(", "),
            tags: [...skills.map(({ label }) => label), ...responsibilities.map(({ slug }) => slug)],
          }))}
          responsibilities={allResponsibilities.map(({ slug, label, group }) => ({ slug, label, group }))}
          rates={rates}
          timezones={Intl.supportedValuesOf("timeZone")}
        />
        <ProfileEvidence evidence={evidence} education={education} />
      </div>
    </>
  );
}
