import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { labelsOf } from "@/app/_parts/match-sheet/asked-words";
import { SheetRange } from "@/app/_parts/match-sheet/match-sheet";
import { mustQuestions } from "@/app/_parts/match-sheet/question";
import { toSearchParams } from "@/app/_parts/search/search-view";
import { ButtonLink } from "@/app/_ui/button";
import { Notice } from "@/app/_ui/notice";
import { PageHeader } from "@/app/_ui/page-header";
import { DeskPage } from "@/app/_ui/queue";
import { draftForm, newDraft } from "@/lib/applications/form";
import { findApplicationTo, isReviewBlind } from "@/lib/applications/queries/applications";
import { findDraft } from "@/lib/applications/queries/drafts";
import { findOwnResume } from "@/lib/applications/queries/resume";
import { requireActor } from "@/lib/auth/session";
import { findRetention } from "@/lib/companies/queries";
import { formRecord } from "@/lib/forms/changes";
import { makeSheets } from "@/lib/matching/queries/matches";
import { emptyProfile, findOwnMatchProfile } from "@/lib/matching/queries/own";
import { isSilent } from "@/lib/matching/rules/facts";
import { counted } from "@/lib/plural";
import { arrivalIn, arrivingFrom } from "@/lib/postings/arrival";
import { listQuestions } from "@/lib/postings/queries/own";
import { findPostingBySlug } from "@/lib/postings/queries/public";
import { questionsKey } from "@/lib/postings/questions-key";
import { DeleteDraftForm } from "../../../applications/delete-draft-form";
import { MustQuestions } from "./_parts/must-questions";
import { ApplyForm } from "./apply-form";

export const metadata: Metadata = { title: "Apply" };

export default async function ApplyPage({ params, searchParams }: PageProps<"/jobs/[slug]/apply">) {
  const { slug } = await params;
  const arrival = arrivalIn(toSearchParams(await searchParams)) ?? "direct";
  const at = arrivingFrom(`/jobs/${slug}/apply`, arrival);
  const actor = await requireActor(at);
  const posting = await findPostingBySlug(slug);
  if (!posting) notFound();
  const [sent, draft, resume, profile, isBlind, months, questions, { done, answered }] = await Promise.all([
    findApplicationTo(actor, posting.id),
    findDraft(actor, posting.id),
    findOwnResume(actor, posting.id),
    findOwnMatchProfile(actor),
    isReviewBlind(posting.id),
    findRetention(posting.company.slug),
    listQuestions(posting.id),
    searchParams,
  ]);
  if (sent) redirect(`/applications/${sent.id}`);
  const { company } = posting;
  const said = profile ?? emptyProfile;
  const sheet = (await makeSheets([posting], said)).get(posting.id)?.sheet;
  return (
    <>
      <PageHeader
        title={`Apply to ${company.name}`}
        crumbs={[
          { href: "/jobs", label: "Jobs" },
          { href: `/jobs/${slug}`, label: posting.title },
        ]}
        lead={`${company.name} promises an answer within ${counted(posting.replyDays, "day")}.`}
      />
      {posting.claimed ? (
        <>
          <div className="mb-8 grid gap-3 empty:hidden">
            {done === "saved" && draft && (
              <Notice tone="success" live title="Draft saved. You find it under Applications." />
            )}
            {isSilent(said.facts) && (
              <Notice tone="warning" title="Your profile is empty">
                <p className="mb-3">
                  You can apply, but {company.name} will see a match sheet that knows nothing about you.
                  Importing a résumé takes about a minute.
                </p>
                <div className="flex flex-wrap gap-3">
                  <ButtonLink size="sm" href="/profile/import">
                    Import a résumé
                  </ButtonLink>
                  <ButtonLink size="sm" href="/profile/pass">
                    Answer a few questions
                  </ButtonLink>
                </div>
              </Notice>
            )}
          </div>
          <DeskPage
            decision={
              <div className="grid gap-4 text-sm text-ink-2">
                {sheet && <SheetRange sheet={sheet} />}
                <p>
                  {company.name} will see this form, your profile and{" "}
                  <a className="link" href={`/jobs/${slug}#match`}>
                    your match sheet
                  </a>
                  . The preview shows all of it. To add something,{" "}
                  <a className="link" href="/profile">
                    edit your profile
                  </a>
                  .
                </p>
                <p>
                  {company.name} stores your application for {counted(months, "month")} after its decision.
                  Then we erase it, with its messages and files.
                </p>
                {isBlind && (
                  <p>
                    The first review is blind: the company sees your name, contact details and schools only
                    after its first answer.
                  </p>
                )}
                {draft && <DeleteDraftForm postingId={posting.id} title={posting.title} />}
              </div>
            }
          >
            <div className="grid gap-10">
              {sheet && (
                <MustQuestions
                  questions={mustQuestions(sheet, labelsOf(posting), said.facts)}
                  back={at}
                  isKept={answered !== undefined}
                />
              )}
              <ApplyForm
                postingId={posting.id}
                slug={slug}
                arrival={arrival}
                record={formRecord(draftForm(draft ?? newDraft(actor), questions))}
                email={actor.email}
                resume={resume}
                questions={questions}
                questionsKey={questionsKey(questions)}
              />
            </div>
          </DeskPage>
        </>
      ) : (
        <Notice tone="warning" title="Not answered here">
          {company.name} has no members on Backplane, so we cannot promise an answer.{" "}
          {posting.externalUrl && (
            <a className="link" href={posting.externalUrl} rel="nofollow noopener">
              Apply on the company’s own site
            </a>
          )}
        </Notice>
      )}
    </>
  );
}
