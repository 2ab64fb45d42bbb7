import type { Metadata } from "next";
import { toSearchParams } from "@/app/_parts/search/search-view";
import { ButtonLink } from "@/app/_ui/button";
import { PageHeader } from "@/app/_ui/page-header";
import { currentActor } from "@/lib/auth/session";
import { findMatchable } from "@/lib/matching/queries/own";
import { MatchResults } from "./match-results";
import { StartResults } from "./start-results";

export const metadata: Metadata = { title: "Matches" };

export default async function MatchesPage({ searchParams }: PageProps<"/matches">) {
  const asked = toSearchParams(await searchParams);
  const actor = await currentActor();
  const profile = await findMatchable(actor);
  return (
    <>
      <PageHeader
        title="Matches"
        lead="Live postings that fit what you want, your best match first, with the reasons."
        actions={
          profile && (
            <>
              <ButtonLink href="/profile/pass">Narrow your ranges</ButtonLink>
              <ButtonLink href="/matches/what-if" look="quiet">
                See what one more skill would change
              </ButtonLink>
            </>
          )
        }
      />
      {actor && profile ? (
        <MatchResults actor={actor} profile={profile} asked={asked} />
      ) : (
        <StartResults actor={actor} asked={asked} />
      )}
    </>
  );
}
