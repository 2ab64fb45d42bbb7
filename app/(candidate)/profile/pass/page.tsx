import type { Metadata } from "next";
import { type Question, questionWords } from "@/app/_parts/match-sheet/question";
import { toSearchParams } from "@/app/_parts/search/search-view";
import { ButtonLink } from "@/app/_ui/button";
import { EmptyState } from "@/app/_ui/empty-state";
import { PageHeader } from "@/app/_ui/page-header";
import { requireActor } from "@/lib/auth/session";
import { emptyProfile, findOwnMatchProfile } from "@/lib/matching/queries/own";
import { findWidth, listOpenQuestions, type OpenQuestion, widthOver } from "@/lib/matching/queries/questions";
import { counted } from "@/lib/plural";
import { aboutText, readAbout } from "@/lib/profiles/input/answer";
import { listResponsibilities } from "@/lib/taxonomy/queries/responsibilities";
import { PassForm } from "./pass-form";
import { progressHref, readProgress } from "./progress";
import { UndoForm } from "./undo-form";

export const metadata: Metadata = { title: "Quick questions" };

export default async function PassPage({ searchParams }: PageProps<"/profile/pass">) {
  const progress = readProgress(toSearchParams(await searchParams));
  const actor = await requireActor("/profile/pass");
  // Without a saved profile, the first answer creates one.
  const profile = (await findOwnMatchProfile(actor)) ?? emptyProfile;
  const [questions, width] = await Promise.all([
    listOpenQuestions(profile, progress.skipped.length + 1),
    findWidth(profile),
  ]);
  const open = questions.find(({ about }) => !progress.skipped.includes(aboutText(about)));
  const back = progressHref({ ...progress, began: progress.began ?? width });
  return (
    <>
      <PageHeader
        title="Quick questions"
        lead="Questions about what live postings ask for and your profile does not mention. The answer that narrows your match ranges most comes first."
        crumbs={[{ href: "/profile", label: "Profile" }]}
        actions={<ButtonLink href="/matches">See your matches</ButtonLink>}
      />
      <p role="status" className="mb-6 max-w-measure border-y border-rule py-3">
        {bought(progress.answered, progress.began, width)}
      </p>
      {open ? (
        <div className="max-w-3xl border-l-4 border-accent bg-raised px-5 py-4">
          <PassForm question={questionOf(open)} back={back} />
        </div>
      ) : (
        <EmptyState
          title={
            progress.skipped.length > 0
              ? "You have answered all other questions"
              : "There are no questions left"
          }
        >
          {progress.skipped.length > 0 ? (
            <a className="link" href={progressHref({ ...progress, skipped: [] })}>
              Go through the skipped questions ({progress.skipped.length})
            </a>
          ) : (
            <p>Your profile covers everything that live postings ask for.</p>
          )}
        </EmptyState>
      )}
      {progress.last && (
        <div className="mt-6">
          <UndoForm
            about={progress.last}
            label={await labelOf(progress.last, profile.edges.labels)}
            back={back}
          />
        </div>
      )}
      <p className="mt-6 text-xs text-ink-3 max-md:hidden">
        Keys: <kbd>y</kbd> yes, <kbd>n</kbd> no, <kbd>0</kbd>–<kbd>9</kbd> yes, with that many years,{" "}
        <kbd>s</kbd> skip, <kbd>u</kbd> undo
      </p>
    </>
  );
}

/** What the answers bought, in points: never a percentage of a profile. */
function bought(answered: number, began: number | null, width: number | null): string {
  if (width === null) return "No live posting lists any requirements at the moment.";
  if (answered === 0 || began === null)
    return `Your ${widthOver} best matches are still uncertain by ${counted(width, "point")} on average.`;
  return `Questions answered: ${answered}. The average uncertainty of your ${widthOver} best matches went from ${counted(began, "point")} to ${width}.`;
}

function questionOf({ about, label, postings, points }: OpenQuestion): Question {
  const many = counted(postings, "live posting asks", "live postings ask");
  return {
    about: aboutText(about),
    kind: about.kind,
    words: questionWords(about.kind, label),
    hint: `${many} for this. It accounts for ${counted(points, "point")} of uncertainty in their ranges.`,
  };
}

/** What an answer was about, in words: the labels of skills that the profile names come with it. */
async function labelOf(text: string, skills: Readonly<Record<string, string>>): Promise<string> {
  const about = readAbout(text);
  if (about?.kind === "skill") return skills[about.slug] ?? about.slug;
  if (about?.kind === "years") return `years of ${skills[about.slug] ?? about.slug}`;
  if (about && "slug" in about)
    return (await listResponsibilities()).find(({ slug }) => slug === about.slug)?.label ?? about.slug;
  return about?.kind === "degree" ? "degree" : "years of experience";
}
