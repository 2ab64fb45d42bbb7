"use client";

import { ButtonForm } from "@/app/_parts/button-form";
import { Form, useForm } from "@/app/_parts/form";
import { Select } from "@/app/_ui/choice-field";
import { FoldSection } from "@/app/_ui/fold-section";
import { Notice } from "@/app/_ui/notice";
import { SubmitButton } from "@/app/_ui/submit-button";
import { TextArea } from "@/app/_ui/text-field";
import { typed } from "@/lib/forms/state";
import {
  type DecisionKind,
  decidedInWords,
  isRemovalReason,
  removalReason,
  removalReasons,
} from "@/lib/moderation/lists";
import type { PostingState } from "@/lib/postings/lists";
import { OneFieldForm } from "../../../_parts/one-field-form";
import {
  approvePostingAction,
  clearPostingAction,
  freezePostingAction,
  removePostingAction,
} from "../../../actions";
import { SendBack } from "./send-back";

/** What an admin may decide about a posting in its state. Each part says by `data-key` which key leads to it. */
export function DecisionForms({
  id,
  state,
  seen,
  isChange,
  isLive,
  canClear,
  last,
}: Waiting & {
  state: PostingState;
  isChange: boolean;
  isLive: boolean;
  canClear: boolean;
  /** The newest decision, for who comes too late. */
  last?: { kind: DecisionKind; at: Date };
}) {
  const isWaiting = state === "in_review" || isChange;
  if (!isWaiting && state !== "published")
    return (
      <Notice title="There is nothing to decide about this posting.">
        {last && `It was decided: ${decidedInWords(last)}.`}
      </Notice>
    );
  return (
    <>
      {isWaiting && (
        <>
          <div data-key="a">
            <Approve id={id} seen={seen}>
              {isChange ? "Approve the change" : "Approve and publish"}
            </Approve>
          </div>
          <SendBack id={id} seen={seen} />
        </>
      )}
      {canClear && (
        <div data-key="c">
          <ButtonForm action={clearPostingAction} values={{ id }} size="md" waiting="Saving…">
            Nothing is wrong with it
          </ButtonForm>
        </div>
      )}
      {isLive && (
        <div data-key="f">
          <OneFieldForm
            action={freezePostingAction}
            name="freeze"
            title="Freeze"
            values={{ id }}
            field={{
              name: "reason",
              label: "Why it has to be looked into",
              hint: "Nobody sees the posting until it is decided. Its company reads this reason.",
              rows: 3,
            }}
            button="Freeze posting"
            look="secondary"
            waiting="Freezing…"
          />
        </div>
      )}
      <TakeDown id={id} isPublic={state === "published"} />
    </>
  );
}

/** The posting, and since when what is shown of it waits. */
type Waiting = { id: string; seen?: string };

function Approve({ children, ...values }: Waiting & { children: string }) {
  return (
    <ButtonForm
      action={approvePostingAction}
      values={{ id: values.id, ...(values.seen && { seen: values.seen }) }}
      look="primary"
      size="md"
      waiting="Approving…"
    >
      {children}
    </ButtonForm>
  );
}

function TakeDown({ id, isPublic }: { id: string; isPublic: boolean }) {
  const form = useForm(removePostingAction, { name: "removal" });
  const { state } = form;
  return (
    <div data-key="r">
      <FoldSection title="Remove" isOpen={state.message !== undefined}>
        <Form form={form} className="grid gap-4">
          <input type="hidden" name="id" value={id} />
          <Select
            name="about"
            label="Why it is removed"
            empty="Choose"
            options={removalReasons.map((value) => ({ value, label: removalReason(value).label }))}
            errors={state.fieldErrors?.about}
            defaultValue={typed(state, "about")}
            onChange={(event) => {
              const { form: sent, value } = event.currentTarget;
              const field = sent?.elements.namedItem("reason");
              if (field instanceof HTMLTextAreaElement && isRemovalReason(value))
                field.value = removalReason(value).canned;
            }}
          />
          <TextArea
            name="reason"
            label="Reason"
            hint={`${isPublic ? "This reason is public. Visitors see it in place of the posting." : "The company reads this reason."} Leave it empty for the usual words.`}
            rows={3}
            errors={state.fieldErrors?.reason}
            defaultValue={typed(state, "reason")}
          />
          <SubmitButton look="danger" waiting="Removing…">
            Remove posting
          </SubmitButton>
        </Form>
      </FoldSection>
    </div>
  );
}
