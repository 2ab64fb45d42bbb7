import { AnswerForm } from "@/app/_parts/match-sheet/answer-form";
import { labelsOf } from "@/app/_parts/match-sheet/asked-words";
import { MatchSheet } from "@/app/_parts/match-sheet/match-sheet";
import { piecesOf } from "@/app/_parts/match-sheet/pieces";
import { nextQuestion } from "@/app/_parts/match-sheet/question";
import { readyStart } from "@/app/_parts/start/ready";
import { StartBox } from "@/app/_parts/start/start-box";
import { Section } from "@/app/_ui/section";
import { currentActor } from "@/lib/auth/session";
import { makeSheets } from "@/lib/matching/queries/matches";
import { findMatchable } from "@/lib/matching/queries/own";
import type { PublicPosting } from "@/lib/postings/shape";
import { listProof } from "@/lib/profiles/queries/resume";
import { startOf } from "@/lib/profiles/start";

/**
 * What the reader's own profile makes of a posting: the sheet with the one question that would narrow it most. For who has no profile, a box to
 * say something in, and the sheet of what was said. `asked` is the page's address, which holds that, and what was skipped.
 */
export async function matchPart(posting: PublicPosting, asked: URLSearchParams) {
  const actor = await currentActor();
  const profile = await findMatchable(actor);
  if (!actor || !profile) return startPart(posting, asked);
  const [made, proof] = await Promise.all([makeSheets([posting], profile), listProof(actor)]);
  const sheet = made.get(posting.id)?.sheet;
  if (!sheet) return undefined;
  const labels = labelsOf(posting);
  const question = nextQuestion(sheet, labels, profile.facts, asked.getAll("skip"));
  return {
    isSheet: true,
    part: (
      <Section id="match" title="Your match" note="The company sees the same sheet if you apply">
        <MatchSheet
          sheet={sheet}
          labels={labels}
          reader="candidate"
          stated={{ posting, wanted: profile.wanted }}
          evidence={piecesOf(proof, true)}
          kept={asked.has("answered")}
          ask={question && <AnswerForm question={question} back={`/jobs/${posting.slug}?${asked}`} />}
        />
      </Section>
    ),
  };
}

/** Parts of the address that the box asks for itself. */
const asks = ["have", "want", "where"];

async function startPart(posting: PublicPosting, asked: URLSearchParams) {
  const start = startOf(asked);
  const { profile, faults } = await readyStart(start);
  const sheet = profile && (await makeSheets([posting], profile)).get(posting.id)?.sheet;
  const kept = [...asked].filter(([name]) => !asks.includes(name));
  return {
    isSheet: Boolean(sheet),
    part: (
      <Section id="match" title="Your match">
        <div className="grid gap-6">
          <StartBox
            path={`/jobs/${posting.slug}`}
            kept={kept}
            start={start}
            faults={faults}
            submit="Show my match"
          />
          {sheet && (
            <MatchSheet
              sheet={sheet}
              labels={labelsOf(posting)}
              reader="candidate"
              stated={{ posting, wanted: profile.wanted }}
            />
          )}
          {sheet && (
            <p>
              <a href={`/matches?${new URLSearchParams(start)}`} className="link">
                Show all postings that match this
              </a>
            </p>
          )}
        </div>
      </Section>
    ),
  };
}
