import { Checkbox } from "@/app/_ui/choice-field";
import { Section } from "@/app/_ui/section";
import { StudyFields } from "@/app/(candidate)/profile/education/study-fields";
import { periodWords } from "@/app/(candidate)/profile/period-words";
import type { FormState } from "@/lib/forms/state";
import type { ReadStudy } from "@/lib/profiles/resume/review";
import { isTicked } from "./tick";

export function ReadStudies({ studies, state }: { studies: readonly ReadStudy[]; state: FormState }) {
  return (
    <Section title="Education" note={`${studies.length} found`}>
      <div className="grid gap-4">
        {studies.map((study, at) => {
          const name = (part: string) => `education[${at}].${part}`;
          const words = [study.degree, study.field, study.school].filter(Boolean).join(", ");
          const hasErrors = Object.keys(state.fieldErrors ?? {}).some((field) => field.startsWith(name("")));
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: their order is the résumé's, and stays.
            <fieldset key={at} className="border-t border-rule pt-1" data-proof={`study:${at}`}>
              <legend className="sr-only">{words}</legend>
              <Checkbox
                name={name("keep")}
                value="on"
                label={
                  <>
                    <span className="font-medium">{words}</span>
                    <span className="block text-sm text-ink-3">{periodWords(study)}</span>
                  </>
                }
                defaultChecked={isTicked(state, name("keep"))}
              />
              <details open={hasErrors} className="ml-8">
                <summary className="plain-link inline-flex min-h-9 cursor-pointer items-center text-sm text-accent underline underline-offset-4">
                  Edit
                </summary>
                <StudyFields study={study} name={name} state={state} />
              </details>
            </fieldset>
          );
        })}
      </div>
    </Section>
  );
}
