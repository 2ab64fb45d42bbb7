import type { ReactNode } from "react";
import { DocumentLayout } from "@/app/_ui/document-layout";
import { Markdown } from "@/app/_ui/markdown";
import { Section } from "@/app/_ui/section";
import type { Question } from "@/lib/postings/lists";
import type { PreviewPosting } from "@/lib/postings/queries/public";
import { responsibilityLines, skillLines } from "./lines-of-posting";
import { PostingFacts } from "./posting-facts";
import { PostingHead } from "./posting-head";
import { countRealityAnswers, RealityCard } from "./reality-card";
import { RequirementLines } from "./requirement-lines";
import { type SimilarPosting, SimilarPostings } from "./similar-postings";

/**
 * A posting as everyone reads it; also what an employer previews and an admin reviews. `apply` stands beside the pay. `match` is the
 * reader's own sheet, which has all that is asked in it: then the plain lists are left out.
 */
export function PostingDocument({
  posting,
  apply,
  match,
  questions = [],
  ledger,
  similar = [],
  isNamed,
}: {
  posting: PreviewPosting;
  apply: ReactNode;
  match?: { part: ReactNode; isSheet: boolean };
  /** What applicants are asked. */
  questions?: readonly Question[];
  ledger?: ReactNode;
  similar?: readonly SimilarPosting[];
  /** False where the page says above whose it is, and what. */
  isNamed?: boolean;
}) {
  const { company, reality } = posting;
  const asks = skillLines(posting);
  const responsibilities = responsibilityLines(posting);
  const { answered, asked } = countRealityAnswers(reality);
  return (
    <DocumentLayout
      head={<PostingHead posting={posting} apply={apply} isNamed={isNamed} />}
      facts={
        <Section title="Facts">
          <PostingFacts posting={posting} />
        </Section>
      }
      aside={
        <>
          <Section
            title="Reality card"
            note={reality.complete ? "complete" : `${answered} of ${asked} answered`}
          >
            <RealityCard reality={reality} />
          </Section>
          <Section title="Company">
            <a href={`/companies/${company.slug}`} className="link">
              {company.name} and its postings
            </a>
          </Section>
        </>
      }
    >
      {match?.part}
      {!match?.isSheet && asks.length > 0 && (
        <Section title="Requirements" note="Each is one line of the match sheet">
          <RequirementLines lines={asks} />
        </Section>
      )}
      {!match?.isSheet && responsibilities.length > 0 && (
        <Section title="Responsibilities">
          <RequirementLines lines={responsibilities} />
        </Section>
      )}
      <Section title="Description">
        <Markdown>{posting.description}</Markdown>
      </Section>
      {questions.length > 0 && (
        <Section title="Questions for applicants" note="Asked when you apply">
          <ol className="grid list-decimal gap-1 pl-5">
            {questions.map(({ text, required }) => (
              <li key={text}>
                {text}
                {!required && <span className="text-ink-3"> (optional)</span>}
              </li>
            ))}
          </ol>
        </Section>
      )}
      {ledger && (
        <Section title="Change history" note="Every published change">
          {ledger}
        </Section>
      )}
      {similar.length > 0 && (
        <Section title="Similar postings">
          <SimilarPostings postings={similar} />
        </Section>
      )}
    </DocumentLayout>
  );
}
