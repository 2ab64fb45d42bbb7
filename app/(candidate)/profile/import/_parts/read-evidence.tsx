import { Checkbox, CheckboxGroup } from "@/app/_ui/choice-field";
import { Section } from "@/app/_ui/section";
import { EvidenceFields } from "@/app/(candidate)/profile/evidence/evidence-fields";
import { periodWords } from "@/app/(candidate)/profile/period-words";
import { type FormState, typedList } from "@/lib/forms/state";
import type { ReadEvidence } from "@/lib/profiles/resume/review";
import { isTicked } from "./tick";

/** The jobs, projects and so on: each with a checkbox, its fields to edit folded below, and what it shows. */
export function ReadEvidencePart({
  title,
  pieces,
  state,
}: {
  title: string;
  pieces: readonly ReadEvidence[];
  state: FormState;
}) {
  return (
    <Section title={title} note={`${pieces.length} found`}>
      <div className="grid gap-6">
        {pieces.map((piece) => (
          <Piece key={piece.at} piece={piece} state={state} />
        ))}
      </div>
    </Section>
  );
}

function Piece({ piece, state }: { piece: ReadEvidence; state: FormState }) {
  const { at, kind, title, organisation, skills, responsibilities } = piece;
  const name = (part: string) => `evidence[${at}].${part}`;
  const hasErrors = Object.keys(state.fieldErrors ?? {}).some((field) => field.startsWith(name("")));
  const about = kind === "link" ? piece.url : periodWords(piece);
  return (
    <fieldset className="border-t border-rule pt-1">
      <legend className="sr-only">{[title, organisation].filter(Boolean).join(", ")}</legend>
      <div data-proof={`evidence:${at}`}>
        <input type="hidden" name={name("kind")} value={kind} />
        <Checkbox
          name={name("keep")}
          value="on"
          label={
            <>
              <span className="font-medium">{[title, organisation].filter(Boolean).join(", ")}</span>
              {about && <span className="block break-all text-sm text-ink-3">{about}</span>}
            </>
          }
          defaultChecked={isTicked(state, name("keep"))}
        />
        <details open={hasErrors} className="ml-8">
          <summary className="plain-link inline-flex min-h-9 cursor-pointer items-center text-sm text-accent underline underline-offset-4">
            Edit
          </summary>
          <EvidenceFields kind={kind} piece={piece} name={name} state={state} />
        </details>
      </div>
      <div className="ml-8 grid gap-x-6 sm:grid-cols-2">
        {skills.length > 0 && (
          <div data-proof-of="skill:">
            <CheckboxGroup
              name={name("skills")}
              label={<span className="text-sm font-normal text-ink-3">Shows the skills</span>}
              options={skills.map(({ slug, label }) => ({ value: slug, label }))}
              defaultValue={typedList(
                state,
                name("skills"),
                skills.map(({ slug }) => slug),
              )}
            />
          </div>
        )}
        {responsibilities.length > 0 && (
          <div data-proof-of="responsibility:">
            <CheckboxGroup
              name={name("responsibilities")}
              label={<span className="text-sm font-normal text-ink-3">Shows the responsibilities</span>}
              options={responsibilities.map(({ slug, label }) => ({ value: slug, label }))}
              defaultValue={typedList(
                state,
                name("responsibilities"),
                responsibilities.map(({ slug }) => slug),
              )}
            />
          </div>
        )}
      </div>
    </fieldset>
  );
}
