import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { idFrom } from "@/app/_parts/id";
import { labelsOf } from "@/app/_parts/match-sheet/asked-words";
import { EvidenceList } from "@/app/_parts/match-sheet/evidence-list";
import { MatchSheet } from "@/app/_parts/match-sheet/match-sheet";
import { piecesOf } from "@/app/_parts/match-sheet/pieces";
import { ProfileFacts } from "@/app/_parts/profile-facts";
import { Notice } from "@/app/_ui/notice";
import { PageHeader } from "@/app/_ui/page-header";
import { DeskPage } from "@/app/_ui/queue";
import { Section } from "@/app/_ui/section";
import { requireActor } from "@/lib/auth/session";
import { findCandidate, readCandidate } from "@/lib/invitations/queries";
import { InvitationState } from "../invitation-state";
import { InviteForm } from "./invite-form";
import { OpenForm } from "./open-form";

export const metadata: Metadata = { title: "Candidate" };

export default async function CandidatePage({
  params,
  searchParams,
}: PageProps<"/employer/postings/[id]/candidates/[candidateId]">) {
  const { id: postingId, candidateId: given } = await params;
  const [id, candidateId] = [idFrom(postingId), idFrom(given)];
  const at = `/employer/postings/${id}/candidates`;
  const actor = await requireActor(`${at}/${candidateId}`);
  const candidate = await findCandidate(actor, id, candidateId);
  if (!candidate) notFound();
  const opened = await readCandidate(actor, id, candidateId);
  const { invited } = await searchParams;
  return (
    <>
      <PageHeader
        title={candidate.headline || "A candidate"}
        crumbs={[
          { href: "/employer", label: "For employers" },
          { href: `/employer/postings/${id}`, label: candidate.postingTitle },
          { href: at, label: "Matching candidates" },
        ]}
      />
      {invited && candidate.invitedAt && (
        <div className="mb-8">
          <Notice tone="success" live title="Invitation sent." />
        </div>
      )}
      {opened ? (
        <DeskPage
          decision={
            candidate.invitedAt ? (
              <Section title="Your invitation" note={<InvitationState {...candidate} />}>
                <p className="max-w-measure whitespace-pre-wrap">{candidate.message}</p>
              </Section>
            ) : (
              <InviteForm postingId={id} candidateId={candidateId} />
            )
          }
        >
          <div className="grid gap-10">
            <Section title="Match">
              <MatchSheet
                sheet={opened.sheet}
                labels={labelsOf(opened.posting)}
                evidence={piecesOf(opened.proof, false)}
                reader="employer"
                stated={{ posting: opened.posting, wanted: opened.profile.salary }}
              />
            </Section>
            <ProfileFacts profile={opened.profile} />
            <EvidenceList proof={opened.proof} />
          </div>
        </DeskPage>
      ) : (
        <div className="grid max-w-measure gap-5">
          <p>
            If you open this profile, the candidate sees that {candidate.companyName} opened it, on which day
            and for which posting. You see their skills, what they are looking for and how they match, line by
            line. You see no name or contact details until they apply.
          </p>
          <OpenForm postingId={id} candidateId={candidateId} />
        </div>
      )}
    </>
  );
}
