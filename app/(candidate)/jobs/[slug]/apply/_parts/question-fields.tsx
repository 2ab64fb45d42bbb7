import { CheckboxGroup, RadioGroup } from "@/app/_ui/choice-field";
import { Section } from "@/app/_ui/section";
import { NumberField, TextArea } from "@/app/_ui/text-field";
import { answerField, optionsOf } from "@/lib/applications/answers";
import { type FormState, typed, typedList } from "@/lib/forms/state";
import type { Question } from "@/lib/postings/lists";

/** The questions of the posting, each answered in its own way; those that may stay open say so. */
export function QuestionFields({ state, questions }: { state: FormState; questions: readonly Question[] }) {
  return (
    <Section title="Questions from the company" className="grid gap-5">
      {questions.map((question, i) => {
        const { kind, text, required } = question;
        const name = answerField(question, i);
        const field = { name, label: text, optional: !required, errors: state.fieldErrors?.[name] };
        if (kind === "text")
          return <TextArea key={text} {...field} rows={4} defaultValue={typed(state, name)} />;
        if (kind === "number")
          return <NumberField key={text} {...field} className="max-w-60" defaultValue={typed(state, name)} />;
        const options = optionsOf(question).map((value) => ({ value, label: value }));
        return kind === "multiple" ? (
          <CheckboxGroup key={text} {...field} options={options} defaultValue={typedList(state, name)} />
        ) : (
          <RadioGroup
            key={text}
            {...field}
            inline={kind === "yes-no"}
            options={options}
            defaultValue={typed(state, name)}
          />
        );
      })}
    </Section>
  );
}
