import type { Metadata } from "next";
import { CountryOptions, SkillOptions } from "@/app/_parts/datalists";
import { Notice } from "@/app/_ui/notice";
import { PageHeader } from "@/app/_ui/page-header";
import { requireActor } from "@/lib/auth/session";
import { findProfile } from "@/lib/profiles/queries";
import { listRates } from "@/lib/taxonomy/queries/rates";
import { listResponsibilities } from "@/lib/taxonomy/queries/responsibilities";
import { ProfileForm } from "./profile-form";

export const metadata: Metadata = { title: "Profile" };

export default async function ProfilePage({ searchParams }: PageProps<"/profile">) {
  const actor = await requireActor("/profile");
  const [profile, duties, rates, { saved }] = await Promise.all([
    findProfile(actor),
    listResponsibilities(),
    listRates(),
    searchParams,
  ]);
  return (
    <>
      <PageHeader
        title="Profile"
        lead="What you can do and what you want. It goes with your applications exactly as it stands here; nothing you leave out counts against you."
      />
      {saved && (
        <div className="mb-6">
          <Notice tone="success" live title="Your profile is kept." />
        </div>
      )}
      <SkillOptions />
      <CountryOptions />
      <ProfileForm
        name={actor.name ?? ""}
        profile={profile}
        responsibilities={duties.map(({ slug, label, group }) => ({ slug, label, group }))}
        currencies={rates.map(({ currency }) => currency)}
        timezones={Intl.supportedValuesOf("timeZone")}
      />
    </>
  );
}
