import type { Metadata } from "next";
import { toSearchParams } from "@/app/_parts/search/search-view";
import { ButtonLink } from "@/app/_ui/button";
import { EmptyState } from "@/app/_ui/empty-state";
import { PageHeader } from "@/app/_ui/page-header";
import { requireActor } from "@/lib/auth/session";
import { readToSave } from "@/lib/saved/queries/searches";
import { KeepForm } from "./keep-form";

export const metadata: Metadata = { title: "Save a search" };

/** Where a visitor comes back to after signing in, and where the threshold of a match is asked for. */
export default async function NewSavedPage({ searchParams }: PageProps<"/saved/new">) {
  const asked = toSearchParams(await searchParams);
  await requireActor(asked.size > 0 ? `/saved/new?${asked}` : "/saved/new");
  const { criteria, name } = await readToSave(asked.toString());
  const minMatch = /^(100|[1-9]?[0-9])$/.exec(asked.get("minMatch") ?? "")?.[0];
  return (
    <>
      <PageHeader title="Save this search" crumbs={[{ href: "/saved", label: "Saved" }]} lead={name} />
      {criteria ? (
        <KeepForm
          criteria={criteria}
          name={name}
          minMatch={minMatch === undefined ? null : Number(minMatch)}
        />
      ) : (
        <EmptyState
          title="There is nothing to save yet"
          action={<ButtonLink href="/jobs">Search postings</ButtonLink>}
        >
          Set a filter or type some words first.
        </EmptyState>
      )}
    </>
  );
}
