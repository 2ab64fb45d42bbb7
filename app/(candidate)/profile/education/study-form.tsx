"use client";

import { useActionState } from "react";
import { ErrorSummary } from "@/app/_ui/error-summary";
import { Notice } from "@/app/_ui/notice";
import { SubmitButton } from "@/app/_ui/submit-button";
import { untouched } from "@/lib/forms/state";
import type { OwnStudy } from "@/lib/profiles/input/resume";
import { keepStudy } from "../actions";
import { StudyFields } from "./study-fields";

export function StudyForm({ study }: { study?: OwnStudy }) {
  const [state, action] = useActionState(keepStudy, untouched);
  return (
    <form action={action} className="grid max-w-3xl gap-6" noValidate>
      <ErrorSummary state={state} />
      {state.message && !state.fieldErrors && <Notice tone="danger" live title={state.message} />}
      {study && <input type="hidden" name="id" value={study.id} />}
      <StudyFields study={study} name={(part) => part} state={state} />
      <div>
        <SubmitButton waiting="Keeping…">Keep</SubmitButton>
      </div>
    </form>
  );
}
