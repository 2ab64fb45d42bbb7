import { AnswerForm } from "@/app/_parts/match-sheet/answer-form";
import { labelsOf } from "@/app/_parts/match-sheet/asked-words";
import { MatchSheet } from "@/app/_parts/match-sheet/match-sheet";
import { piecesOf } from "@/app/_parts/match-sheet/pieces";
import { nextQuestion } from "@/app/_parts/match-sheet/question";
import { SilentProfile } from "@/app/_parts/match-sheet/silent-profile";
import { Section } from "@/app/_ui/section";
import { currentActor } from "@/lib/auth/session";
import { makeSheets } from "@/lib/matching/queries/matches";
import { findMatchable } from "@/lib/matching/queries/own";
import type { PublicPosting } from "@/lib/postings/shape";
import { listProof } from "@/lib/profiles/queries/resume";

/**
 * What the reader's own profile makes of a posting: the sheet with the one question that would narrow it most, or, for who has said nothing
 * yet, the way to say something. Nothing for visitors. `asked` is the page's address, which holds what was skipped.
 */
export async function matchPart(posting: PublicPosting, asked: URLSearchParams) {
  const actor = await currentActor();
  if (!actor) return undefined;
  const profile = await findMatchable(actor);
  if (!profile)
    return {
      isSheet: false,
      part: (
        <Section id="match" title="Your match">
          <SilentProfile />
        </Section>
      ),
    };
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
