import { ButtonForm } from "@/app/_parts/button-form";
import { LookTwice, type ShownRisk } from "@/app/_parts/look-twice";
import { TermChanges } from "@/app/_parts/term-changes";
import { ButtonLink } from "@/app/_ui/button";
import { Notice } from "@/app/_ui/notice";
import { Section } from "@/app/_ui/section";
import type { OwnPosting } from "@/lib/postings/queries/own";
import { termChanges, termsOf } from "@/lib/postings/terms";
import { withdrawRevisionAction } from "../actions";

/** The change of a published posting that waits for an admin, or was sent back, beside what is public; nothing where there is none. */
export function Revision({ posting, risks }: { posting: OwnPosting; risks: ShownRisk[] }) {
  const live = termsOf(posting);
  if (!posting.revision || !live || posting.state !== "published") return null;
  const { terms, sentBackAt } = posting.revision;
  return (
    <Section title={sentBackAt ? "Your change was sent back" : "Your change is in review"} className="mb-10">
      <div className="grid gap-4">
        <p>The posting stays public as it was until an admin has approved the change.</p>
        {sentBackAt && posting.sentBack && (
          <Notice tone="warning" title="Please change the following">
            <ul className="list-disc pl-5">
              {posting.sentBack.map(({ field, message }) => (
                <li key={field + message}>
                  <span className="font-medium">{field}</span>: {message}
                </li>
              ))}
            </ul>
          </Notice>
        )}
        <TermChanges changes={termChanges(live, terms)} />
        <LookTwice title="The reviewer will look closely at" risks={sentBackAt ? [] : risks} />
        {posting.mayWrite && (
          <div className="flex flex-wrap gap-3">
            <ButtonLink href={`/employer/postings/${posting.id}/edit`}>Edit the change</ButtonLink>
            <ButtonForm
              action={withdrawRevisionAction}
              values={{ id: posting.id }}
              look="danger"
              size="md"
              waiting="Withdrawing…"
            >
              Withdraw the change
            </ButtonForm>
          </div>
        )}
      </div>
    </Section>
  );
}
