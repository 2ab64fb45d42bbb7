import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { formatDay } from "@/app/_parts/dates";
import { idFrom } from "@/app/_parts/id";
import { BarChart } from "@/app/_ui/bar-chart";
import { PageHeader } from "@/app/_ui/page-header";
import { Section } from "@/app/_ui/section";
import { Table } from "@/app/_ui/table";
import { requireActor } from "@/lib/auth/session";
import { counted } from "@/lib/plural";
import type { Arrival, ViewSource } from "@/lib/postings/lists";
import { type Funnel, figureDays, findFigures } from "@/lib/postings/queries/figures";
import { findOwnPosting } from "@/lib/postings/queries/own";

export const metadata: Metadata = { title: "Figures" };

const sourceWords: Record<ViewSource, string> = {
  here: "Another page of Backplane",
  search: "A search engine",
  elsewhere: "Another site",
  direct: "A mail, a feed or a saved link",
};

const arrivalWords: Record<Arrival, string> = {
  search: "A search here",
  feed: "A feed",
  alert: "An alert by e-mail",
  company: "Your company’s page",
  skill: "The page of a skill",
  similar: "A similar posting",
  invitation: "Your invitation",
  direct: "The list of all postings, a saved link or another site",
};

export default async function FiguresPage({ params }: PageProps<"/employer/postings/[id]/figures">) {
  const id = idFrom((await params).id);
  const actor = await requireActor(`/employer/postings/${id}/figures`);
  const [posting, figures] = await Promise.all([findOwnPosting(actor, id), findFigures(actor, id)]);
  if (!posting || !figures) notFound();
  const { days, sources, arrivals, funnel } = figures;
  const readers = sources.reduce((sum, { views }) => sum + views, 0);
  const title = posting.title || "Untitled posting";
  return (
    <>
      <PageHeader
        title="Figures"
        lead="Who read this posting, where they came from, and how far their applications got."
        crumbs={[
          { href: "/employer", label: "For employers" },
          { href: `/employer/postings/${id}`, label: title },
        ]}
      />
      <div className="grid max-w-3xl grid-cols-[minmax(0,1fr)] gap-12">
        <Section title="Readers" note={counted(readers, "reader")}>
          {readers === 0 ? (
            <p className="text-ink-2">Nobody has opened this posting yet.</p>
          ) : (
            <BarChart
              caption={`Readers a day, at most the last ${figureDays} days`}
              unit="Readers"
              bars={days.map(({ day, views }) => ({ label: formatDay(new Date(day)), value: views }))}
            />
          )}
          <p className="mt-3 max-w-measure text-sm text-ink-3">
            We count each browser once a day, without robots. We set no cookie for this, and keep no address
            of anyone: only the number of readers a day is saved.
          </p>
        </Section>
        {readers > 0 && (
          <Section title="Where readers came from">
            <Table
              caption="Where readers came from"
              rows={sources}
              rowKey={({ source }) => source}
              columns={[
                { key: "source", head: "From", cell: ({ source }) => sourceWords[source] },
                { key: "views", head: "Readers", figure: true, cell: ({ views }) => views },
                { key: "share", head: "Share", figure: true, cell: ({ views }) => share(views, readers) },
              ]}
            />
          </Section>
        )}
        {funnel.applications > 0 && (
          <Section title="Where applicants came from" note={counted(funnel.applications, "application")}>
            <Table
              caption="Where applicants came from"
              rows={arrivals}
              rowKey={({ arrival }) => arrival}
              columns={[
                { key: "arrival", head: "From", cell: ({ arrival }) => arrivalWords[arrival] },
                {
                  key: "bar",
                  head: <span className="sr-only">Picture of the share</span>,
                  wide: true,
                  cell: ({ applications }) => <ShareBar part={applications} whole={funnel.applications} />,
                },
                { key: "applications", head: "Applications", figure: true, cell: (row) => row.applications },
                {
                  key: "share",
                  head: "Share",
                  figure: true,
                  cell: ({ applications }) => share(applications, funnel.applications),
                },
              ]}
            />
            <p className="mt-3 max-w-measure text-sm text-ink-3">
              Our own links say what they are part of, and the application keeps that word. We follow nobody
              from page to page.
            </p>
          </Section>
        )}
        <Section title="From reading to hiring" note={answerNote(funnel)}>
          <Table
            caption="From reading to hiring"
            rows={stagesOf(readers, funnel)}
            rowKey={({ stage }) => stage}
            columns={[
              { key: "stage", head: "Stage", cell: ({ stage }) => stage },
              { key: "people", head: "People", figure: true, cell: ({ people }) => people },
              {
                key: "share",
                head: "Of the stage before",
                figure: true,
                cell: ({ people, before }) => (before === null ? "" : share(people, before)),
              },
            ]}
          />
          {funnel.rejected + funnel.withdrawn > 0 && (
            <p className="mt-3 text-sm text-ink-3">
              {counted(funnel.rejected, "applicant was", "applicants were")} rejected, and {funnel.withdrawn}{" "}
              withdrew.
            </p>
          )}
        </Section>
      </div>
    </>
  );
}

/** A bar as long as the share; the figure beside it says the same. */
const ShareBar = ({ part, whole }: { part: number; whole: number }) => (
  <svg aria-hidden="true" viewBox="0 0 100 8" preserveAspectRatio="none" className="h-2 w-40 text-accent">
    <rect width={(100 * part) / whole} height="8" fill="currentColor" />
  </svg>
);

const answerNote = ({ medianAnswerDays }: Funnel) =>
  medianAnswerDays === null
    ? undefined
    : `Half had a first answer within ${counted(medianAnswerDays, "day")}`;

/** The stages in their order, each with the number that it can have come from. */
function stagesOf(readers: number, { applications, answered, interview, offer, hired }: Funnel) {
  const people: [stage: string, people: number][] = [
    ["Opened the posting", readers],
    ["Applied", applications],
    ["Had an answer", answered],
    ["Interview", interview],
    ["Offer", offer],
    ["Hired", hired],
  ];
  return people.map(([stage, count], at) => ({ stage, people: count, before: people[at - 1]?.[1] ?? null }));
}

/** A part of a whole as a percentage. A part may be larger: who applied before views were counted is no reader. */
const share = (part: number, whole: number) =>
  whole === 0 || part > whole ? "" : `${Math.round((100 * part) / whole)}%`;
