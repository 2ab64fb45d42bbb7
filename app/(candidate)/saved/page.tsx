import type { Metadata } from "next";
import { isId } from "@/app/_parts/id";
import { ButtonLink } from "@/app/_ui/button";
import { EmptyState } from "@/app/_ui/empty-state";
import { Notice } from "@/app/_ui/notice";
import { PageHeader } from "@/app/_ui/page-header";
import { Section } from "@/app/_ui/section";
import { requireActor } from "@/lib/auth/session";
import { countTold, listTold } from "@/lib/notifications/queries/told";
import { listHidden } from "@/lib/profiles/queries/hidden";
import { findRemovedPosting } from "@/lib/saved/queries/postings";
import { listSavedSearches } from "@/lib/saved/queries/searches";
import { followedCompany, mostSaved } from "@/lib/saved/rules";
import { HiddenList } from "./hidden-list";
import { RemovedNotice, readSavedPostings, SavedPostings } from "./saved-postings";
import { SavedRow } from "./saved-row";
import { ToldList } from "./told-list";

export const metadata: Metadata = { title: "Saved" };

const done = {
  restored: "Posting saved again.",
  saved: "Search saved.",
  changed: "Changes saved.",
  deleted: "Saved search deleted.",
  hidden: "Posting hidden.",
  shown: "Posting shown again.",
  answered: "Thank you, your answer is saved.",
};

export default async function SavedPage({ searchParams }: PageProps<"/saved">) {
  const actor = await requireActor("/saved");
  const asked = await searchParams;
  const [postings, removed, all, figures, told, hidden] = await Promise.all([
    readSavedPostings(actor, isId(asked.after) ? asked.after : undefined),
    isId(asked.removed) ? findRemovedPosting(actor, asked.removed) : null,
    listSavedSearches(actor),
    countTold(actor),
    listTold(actor),
    listHidden(actor),
  ]);
  const companies = all.filter(({ criteria }) => followedCompany(criteria));
  const searches = all.filter(({ criteria }) => !followedCompany(criteria));
  const message = Object.entries(done).find(([key]) => asked[key])?.[1];
  const used = `${all.length} of ${mostSaved} searches and companies`;
  return (
    <>
      <PageHeader
        title="Saved"
        lead="Postings and searches you saved, companies you follow and postings you hid."
      />
      {message && (
        <div className="mb-6">
          <Notice tone="success" live title={message} />
        </div>
      )}
      {removed && <RemovedNotice removed={removed} />}
      <div className="grid max-w-4xl gap-10">
        <SavedPostings {...postings} />
        <Section title="Searches" note={all.length > 0 && used}>
          {searches.length === 0 ? (
            <EmptyState
              title="You have no saved searches"
              action={
                <ButtonLink href="/jobs" look="primary">
                  Search postings
                </ButtonLink>
              }
            >
              Set some filters and press “Save this search”. We will e-mail you new postings as often as you
              like.
            </EmptyState>
          ) : (
            <ul className="border-t border-rule">
              {searches.map((search) => (
                <SavedRow key={search.id} search={search} told={figures.get(search.id)} />
              ))}
            </ul>
          )}
        </Section>
        <Section title="Companies">
          {companies.length === 0 ? (
            <p className="text-ink-3">
              You follow no companies. Press “Follow” on a company’s or a posting’s page.
            </p>
          ) : (
            <ul className="border-t border-rule">
              {companies.map((search) => (
                <SavedRow key={search.id} search={search} told={figures.get(search.id)} isCompany />
              ))}
            </ul>
          )}
        </Section>
        {told.length > 0 && (
          <Section
            title="Recently sent to you"
            note="Was it relevant? We use your answers only to measure how good our alerts are."
          >
            <ToldList told={told} />
          </Section>
        )}
        <Section title="Hidden postings" note={hidden.length > 0 && "Not in your matches or e-mails"}>
          {hidden.length === 0 ? (
            <p className="text-ink-3">
              You have hidden no postings. Postings you hide are listed here, and you can show them again.
            </p>
          ) : (
            <HiddenList hidden={hidden} />
          )}
        </Section>
      </div>
    </>
  );
}
