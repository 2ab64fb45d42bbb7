"use client";

import { Form, useForm } from "@/app/_parts/form";
import { RadioGroup } from "@/app/_ui/choice-field";
import { Section } from "@/app/_ui/section";
import { SubmitButton } from "@/app/_ui/submit-button";
import { TextArea } from "@/app/_ui/text-field";
import { typed } from "@/lib/forms/state";
import type { AppealedKind } from "@/lib/moderation/lists";
import { decideAppealAction } from "../../actions";

const reversedWords: Record<AppealedKind, string> = {
  remove: "The posting is back where it was, with the days that it lost.",
  freeze: "The posting is shown again, and open reports about it are dismissed.",
};

export function AppealDecisionForm({ id, against }: { id: string; against: AppealedKind }) {
  const form = useForm(decideAppealAction, { name: "appeal" });
  const { state } = form;
  return (
    <Section title="Decide the appeal">
      <Form form={form} className="grid gap-4">
        <input type="hidden" name="id" value={id} />
        <RadioGroup
          name="outcome"
          label="The decision"
          errors={state.fieldErrors?.outcome}
          defaultValue={typed(state, "outcome")}
          options={[
            { value: "upheld", label: "Stays", hint: "The company cannot appeal again." },
            { value: "reversed", label: "Is reversed", hint: reversedWords[against] },
          ]}
        />
        <TextArea
          name="reasons"
          label="Reasons"
          hint="The company reads them."
          rows={5}
          errors={state.fieldErrors?.reasons}
          defaultValue={typed(state, "reasons")}
        />
        <SubmitButton waiting="Saving…">Decide the appeal</SubmitButton>
      </Form>
    </Section>
  );
}
