"use client";

import { Form, useForm } from "@/app/_parts/form";
import { ButtonLink } from "@/app/_ui/button";
import { Checkbox } from "@/app/_ui/choice-field";
import { SubmitButton } from "@/app/_ui/submit-button";
import { type FormRecord, type FormState, typed } from "@/lib/forms/state";
import type { ProfileSection } from "@/lib/profiles/lists";
import type { Rate } from "@/lib/taxonomy/money";
import { saveSectionAction } from "./actions";
import { ResponsibilityFields } from "./responsibility-fields";
import { sectionFormId } from "./sections";
import type { Shown } from "./shown-by";
import { SkillFields } from "./skill-fields";
import { WantsFields } from "./wants-fields";
import { YouFields } from "./you-fields";

/** What the fields of the sections offer. */
export type Offered = {
  evidence: readonly Shown[];
  responsibilities: readonly { slug: string; label: string }[];
  rates: readonly Rate[];
  timezones: readonly string[];
};

/** The one section of the profile that is open. On a phone its button stays in sight. */
export function SectionForm({
  section,
  record,
  offered,
}: {
  section: ProfileSection;
  record: FormRecord;
  offered: Offered;
}) {
  const form = useForm(saveSectionAction, { name: sectionFormId(section), record });
  return (
    <Form form={form} id={sectionFormId(section)} className="grid max-w-3xl gap-6">
      <input type="hidden" name="section" value={section} />
      <Fields section={section} state={form.state} offered={offered} />
      <div className="sticky bottom-0 z-10 flex gap-3 border-t border-rule bg-paper py-3 md:static md:border-t-0 md:py-0">
        <SubmitButton waiting="Saving…">Save</SubmitButton>
        <ButtonLink href={`/profile#${section}`} look="quiet">
          Cancel
        </ButtonLink>
      </div>
    </Form>
  );
}

function Fields({
  section,
  state,
  offered: { evidence, responsibilities, rates, timezones },
}: {
  section: ProfileSection;
  state: FormState;
  offered: Offered;
}) {
  switch (section) {
    case "wants":
      return <WantsFields state={state} rates={rates} timezones={timezones} />;
    case "skills":
      return <SkillFields state={state} evidence={evidence} />;
    case "you":
      return <YouFields state={state} />;
    case "responsibilities":
      return <ResponsibilityFields state={state} evidence={evidence} responsibilities={responsibilities} />;
    case "finding":
      return (
        <Checkbox
          name="searchable"
          value="on"
          label="Let employers find me by my profile"
          hint="If off, only companies you apply to can see your profile."
          errors={state.fieldErrors?.searchable}
          defaultChecked={typed(state, "searchable") === "on"}
        />
      );
  }
}
