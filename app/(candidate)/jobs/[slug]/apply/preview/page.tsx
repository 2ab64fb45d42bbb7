import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { labelsOf } from "@/app/_parts/match-sheet/asked-words";
import { EvidenceList } from "@/app/_parts/match-sheet/evidence-list";
import { MatchSheet } from "@/app/_parts/match-sheet/match-sheet";
import { piecesOf } from "@/app/_parts/match-sheet/pieces";
import { toSearchParams } from "@/app/_parts/search/search-view";
import { SentApplication } from "@/app/_parts/sent-application";
import { PageHeader } from "@/app/_ui/page-header";
import { DeskPage } from "@/app/_ui/queue";
import { Section } from "@/app/_ui/section";
import { findPreview } from "@/lib/applications/queries/preview";
import { requireActor } from "@/lib/auth/session";
import { makeSheets } from "@/lib/matching/queries/matches";
import { emptyProfile, findOwnMatchProfile } from "@/lib/matching/queries/own";
import { arrivalIn, arrivingFrom } from "@/lib/postings/arrival";
import { findPostingBySlug } from "@/lib/postings/queries/public";
import { questionsKey } from "@/lib/postings/questions-key";
import { SendForm } from "./send-form";

export const metadata: Metadata = { title: "Preview" };

/** What the company will see. A draft that cannot be sent as it is leads back to its form. */
export default async function PreviewPage({ params, searchParams }: PageProps<"/jobs/[slug]/apply/preview">) {
  const { slug } = await params;
  const arrival = arrivalIn(toSearchParams(await searchParams)) ?? "direct";
  const back = arrivingFrom(`/jobs/${slug}/apply`, arrival);
  const actor = await requireActor(arrivingFrom(`/jobs/${slug}/apply/preview`, arrival));
  const posting = await findPostingBySlug(slug);
  if (!posting) notFound();
  const [preview, profile] = await Promise.all([findPreview(actor, posting.id), findOwnMatchProfile(actor)]);
  if (!preview) redirect(back);
  const { application, name, form, questions, isBlind, proof } = preview;
  const ready = profile ?? emptyProfile;
  const sheet = (await makeSheets([posting], ready)).get(posting.id)?.sheet;
  const { company } = posting;
  return (
    <>
      <PageHeader
        title="Preview of your application"
        crumbs={[
          { href: `/jobs/${slug}`, label: posting.title },
          { href: back, label: `Apply to ${company.name}` },
        ]}
        lead={`This is exactly what ${company.name} will see. Nothing has been sent yet.`}
      />
      <DeskPage
        decision={
          <div className="grid gap-4">
            <SendForm
              values={{ ...form, postingId: posting.id, slug, arrival, questions: questionsKey(questions) }}
              back={back}
            />
            <p className="text-sm text-ink-2">
              {isBlind
                ? "The first review is blind. Until its first answer, the company does not see your name, contact details and schools."
                : "Members who only review applicants do not see your contact details."}
            </p>
          </div>
        }
      >
        <p className="mb-8 text-xl font-semibold">{name ?? "Applicant without a name"}</p>
        <div className="grid gap-10">
          {sheet && (
            <Section title="Match">
              <MatchSheet
                sheet={sheet}
                labels={labelsOf(posting)}
                evidence={piecesOf(proof, false)}
                reader="employer"
                stated={{ wanted: application.profile.salary }}
              />
            </Section>
          )}
          <EvidenceList proof={proof} />
          <SentApplication application={application} />
        </div>
      </DeskPage>
    </>
  );
}
