"use client";

import { Form, useForm } from "@/app/_parts/form";
import { Checkbox, Select } from "@/app/_ui/choice-field";
import { FoldSection } from "@/app/_ui/fold-section";
import { SubmitButton } from "@/app/_ui/submit-button";
import { TextField } from "@/app/_ui/text-field";
import { typed } from "@/lib/forms/state";
import { addSkillAction } from "../actions";
import { everydayWords } from "./words";

/** Adds a skill to the taxonomy; `name` is one that people typed, with the address that it would have. */
export function AddSkillForm({
  name,
  slug,
  categories,
}: {
  name?: string;
  slug?: string;
  categories: readonly string[];
}) {
  const form = useForm(addSkillAction, { name: "add-skill" });
  const { state } = form;
  const text = (field: string) => ({ errors: state.fieldErrors?.[field], defaultValue: typed(state, field) });
  return (
    <FoldSection
      title={name ? `Add “${name}” as a skill` : "Add a skill"}
      isOpen={state.message !== undefined || name !== undefined}
    >
      <Form form={form} className="grid max-w-2xl gap-4">
        <TextField
          name="label"
          label="Name of the skill"
          hint="As its makers write it, such as Apache Kafka."
          errors={state.fieldErrors?.label}
          defaultValue={typed(state, "label") || name}
        />
        <TextField
          name="slug"
          label="Address"
          hint="The end of its address, such as apache-kafka. It cannot be changed later."
          mono
          errors={state.fieldErrors?.slug}
          defaultValue={typed(state, "slug") || slug}
        />
        <Select
          name="category"
          label="Category"
          empty="Choose a category"
          options={categories.map((value) => ({ value, label: value.replaceAll("-", " ") }))}
          {...text("category")}
        />
        <TextField
          name="aliases"
          label="Other names"
          optional
          hint="With commas between them."
          {...text("aliases")}
        />
        <TextField
          name="implies"
          label="Implies"
          optional
          hint="Skills that everybody who has this one has too, with commas between them: Django implies Python."
          {...text("implies")}
        />
        <TextField
          name="related"
          label="Related to"
          optional
          hint="Skills that can stand in for this one, with commas between them."
          {...text("related")}
        />
        <Checkbox name="everyday" defaultChecked={typed(state, "everyday") !== ""} {...everydayWords} />
        <div>
          <SubmitButton waiting="Saving…">Add the skill</SubmitButton>
        </div>
      </Form>
    </FoldSection>
  );
}
