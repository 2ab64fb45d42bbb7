import { Section } from "@/app/_ui/section";
import type { Answered } from "@/lib/applications/answers";

/** The questions of an application as they were asked, with the answers; nothing where none were asked. */
export function AnswerList({ answers }: { answers: readonly Answered[] }) {
  if (answers.length === 0) return null;
  return (
    <Section title="Answers">
      <dl className="grid gap-4">
        {answers.map(({ question, answer }) => (
          <div key={question}>
            <dt className="font-medium">{question}</dt>
            <dd className="max-w-measure whitespace-pre-wrap">
              {answer.length > 0 ? answer.join(", ") : <span className="text-ink-3">Not answered.</span>}
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}
