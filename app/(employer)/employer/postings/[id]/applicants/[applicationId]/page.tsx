import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ApplicationHistory } from "@/app/_parts/application-history";
import { ApplicationState } from "@/app/_parts/application-state";
import { cursorFrom, idFrom, isId } from "@/app/_parts/id";
import { Interviews } from "@/app/_parts/interviews/interviews";
import { askedWords } from "@/app/_parts/match-sheet/asked-words";
import { StoredSheet } from "@/app/_parts/match-sheet/stored-sheet";
import { Messages } from "@/app/_parts/messages";
import { SentApplication } from "@/app/_parts/sent-application";
import { Notice } from "@/app/_ui/notice";
import { PageHeader } from "@/app/_ui/page-header";
import { DeskPage } from "@/app/_ui/queue";
import { reasonKey } from "@/lib/applications/input";
import { findApplicant, findNextWaiting } from "@/lib/applications/queries/applications";
import { listMessages } from "@/lib/applications/queries/messages";
import { countRaters, listRatings } from "@/lib/applications/queries/ratings";
import { type ApplicationSheet, findApplicationSheet } from "@/lib/applications/queries/sheet";
import { findTemplate, listTemplates } from "@/lib/applications/queries/templates";
import { fillFields, isOpen, moves } from "@/lib/applications/rules";
import { requireActor } from "@/lib/auth/session";
import { listInterviews } from "@/lib/interviews/queries";
import { applicantName } from "../_parts/applicant-name";
import { Moved } from "../_parts/moved";
import { Notes } from "../_parts/notes";
import { Ratings, ratingsByLine, SaidByReviewers } from "../_parts/ratings";
import { MoveForm } from "./move-form";

export const metadata: Metadata = { title: "Applicant" };

export default async function ApplicantPage({
  params,
  searchParams,
}: PageProps<"/employer/postings/[id]/applicants/[applicationId]">) {
  const { id: postingId, applicationId: given } = await params;
  const [id, applicationId] = [idFrom(postingId), idFrom(given)];
  const at = `/employer/postings/${id}/applicants/${applicationId}`;
  const actor = await requireActor(at);
  const { recompute, before, template: asked, moved, done, to, late } = await searchParams;
  const [applicant, sheet, visible, raters, { messages, earlier }, interviews, next] = await Promise.all([
    findApplicant(actor, applicationId),
    findApplicationSheet(actor, applicationId),
    listRatings(actor, applicationId),
    countRaters(actor, [applicationId]),
    listMessages(actor, applicationId, cursorFrom(before)),
    listInterviews(actor, applicationId),
    moved ? findNextWaiting(actor, id) : null,
  ]);
  if (applicant?.postingId !== id) notFound();
  const [templates, template] = applicant.mayMove
    ? await Promise.all([
        listTemplates(actor, applicant.companyId),
        isId(asked) ? findTemplate(actor, asked) : null,
      ])
    : [[], null];
  const name = applicantName(applicant);
  const ratings = ratingsByLine(visible);
  return (
    <>
      <PageHeader
        title={name}
        lead={<ApplicationState state={applicant.state} reader="company" />}
        crumbs={[
          { href: "/employer", label: "For employers" },
          { href: `/employer/postings/${id}`, label: applicant.title },
          { href: `/employer/postings/${id}/applicants`, label: "Applicants" },
        ]}
      />
      <div className="mb-8 grid gap-3 empty:hidden">
        {moved === applicant.state && (
          <Moved
            to={applicant.state}
            isClosed={applicant.state === "hired" && !applicant.isPublished}
            postingId={id}
            next={next}
          />
        )}
        {done === "proposed" && <Notice tone="success" live title={`Your times were sent to ${name}.`} />}
        {done === "agreed" && (
          <Notice
            tone="success"
            live
            title="You agreed on a time. Both of you get a calendar file by e-mail."
          />
        )}
        {done === "cancelled" && (
          <Notice tone="success" live title={`The interview is cancelled. We told ${name}.`} />
        )}
        {done === "noted" && <Notice tone="success" live title="Note saved." />}
        {done === "rated" && <Notice tone="success" live title="Ratings saved." />}
        {done === "tagged" && <Notice tone="success" live title="Tags saved." />}
        {done === "written" && <Notice tone="success" live title={`Your message was sent to ${name}.`} />}
      </div>
      <DeskPage
        decision={
          applicant.mayMove && (
            <MoveForm
              // Not by the state: what was typed stays when another member was faster.
              key={`${moved} ${template?.id}`}
              id={applicant.id}
              from={applicant.state}
              to={moves[applicant.state]}
              canClose={applicant.isPublished}
              lines={sheet ? linesOf(sheet) : []}
              templates={templates.map(({ id, name }) => ({ id, name }))}
              words={
                template
                  ? fillFields(template.text, {
                      // Before the first move of a review without names, the field stays for the name to be filled in.
                      candidate: applicant.name ?? "{candidate}",
                      posting: applicant.title,
                      company: applicant.companyName,
                    })
                  : ""
              }
              chosen={typeof to === "string" ? to : undefined}
              at={at}
            />
          )
        }
      >
        {applicant.hidden && (
          <div className="mb-8">
            <Notice>
              You are reviewing without names. Name, contact details and schools are hidden until you move
              this application for the first time. In texts, you see placeholders such as [name hidden]
              instead.
            </Notice>
          </div>
        )}
        <div className="grid gap-10">
          <StoredSheet
            sheet={sheet}
            path={at}
            isRecomputed={recompute !== undefined}
            reader="employer"
            wanted={applicant.profile.salary}
            said={(line) => <SaidByReviewers line={line} ratings={ratings} />}
          />
          {sheet && (
            <Ratings id={applicant.id} sheet={sheet} ratings={ratings} raters={raters.get(applicant.id)} />
          )}
          <SentApplication application={applicant} />
          {applicant.mayMove && (
            <Interviews
              interviews={interviews}
              reader="company"
              isOver={!isOpen(applicant.state)}
              change={`${at}/interview`}
              late={late}
            />
          )}
          {applicant.mayMove && (
            <Messages
              id={applicant.id}
              state={applicant.state}
              messages={messages}
              earlier={earlier}
              reader="company"
              other={name}
              at={at}
            />
          )}
          <Notes actor={actor} id={applicant.id} companyId={applicant.companyId} />
          <ApplicationHistory history={applicant.history} reader="company" />
        </div>
      </DeskPage>
    </>
  );
}

/** The lines of the sheet as reasons for a no. */
const linesOf = ({ made, labels }: ApplicationSheet) =>
  made.sheet.lines.map((line) => {
    const { label, detail } = askedWords(line, labels);
    return {
      value: reasonKey({ kind: line.kind, slug: line.slug ?? "" }),
      label: `Missed: ${detail ? `${label} (${detail})` : label}`,
    };
  });
