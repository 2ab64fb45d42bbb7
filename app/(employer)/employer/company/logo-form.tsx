"use client";

import { ButtonForm } from "@/app/_parts/button-form";
import { Form, useForm } from "@/app/_parts/form";
import { Logo } from "@/app/_parts/logo";
import { FileField } from "@/app/_ui/file-field";
import { SubmitButton } from "@/app/_ui/submit-button";
import { removeLogoAction, saveLogoAction } from "../actions";

export function LogoForm({ companyId, logo }: { companyId: string; logo: string | null }) {
  const form = useForm(saveLogoAction, { name: "logo" });
  return (
    <div className="grid gap-4">
      <Logo hash={logo} size={96} />
      <Form form={form} className="grid gap-4">
        <input type="hidden" name="companyId" value={companyId} />
        <FileField
          name="file"
          label="Picture"
          accept="image/png,image/jpeg,image/webp"
          hint="PNG, JPEG or WebP, at most 1 MB. We fit it into a square on white."
          errors={form.state.fieldErrors?.file}
        />
        <div>
          <SubmitButton look="secondary" waiting="Uploading…">
            {logo ? "Replace logo" : "Upload logo"}
          </SubmitButton>
        </div>
      </Form>
      {logo && (
        <ButtonForm action={removeLogoAction} values={{ companyId }} look="quiet" waiting="Removing…">
          Remove logo
        </ButtonForm>
      )}
    </div>
  );
}
