import type { Actor } from "@/lib/auth/input";
import { DomainError } from "@/lib/errors";
import { listQuestions } from "@/lib/postings/queries/own";
import { proofWithoutIdentity, withoutIdentity } from "@/lib/profiles/identity";
import { findProfile, type OwnProfile } from "@/lib/profiles/queries/profile";
import { listProof } from "@/lib/profiles/queries/resume";
import { type Answered, readComplete } from "../answers";
import { type Draft, draftForm } from "../form";
import { isReviewBlind, maskWords } from "./applications";
import { findDraft } from "./drafts";
import { findOwnResume } from "./resume";

/**
 * The actor's draft as the owners and recruiters of the company would see it if it were sent now: without what tells who wrote it where the
 * first review is blind. `form` is what is sent. Null where there is no draft, or where something in it keeps it from being sent.
 */
export async function findPreview(actor: Actor, postingId: string) {
  const [draft, questions, profile, proof, isBlind, resume] = await Promise.all([
    findDraft(actor, postingId),
    listQuestions(postingId),
    findProfile(actor),
    listProof(actor),
    isReviewBlind(postingId),
    findOwnResume(actor, postingId),
  ]);
  const answers = draft && answersOf(draft, questions);
  if (!draft || !answers) return null;
  const words: { coverNote: string; answers: Answered[]; profile: Partial<OwnProfile> } = {
    coverNote: draft.coverNote,
    answers,
    profile: profile ?? {},
  };
  const who = { name: draft.name, email: actor.email, schools: proof.education.map(({ school }) => school) };
  return {
    isBlind,
    form: draftForm(draft, questions),
    questions,
    name: isBlind ? null : draft.name,
    application: {
      ...(isBlind ? maskWords(words, (text) => withoutIdentity(text, who)) : words),
      email: isBlind ? null : actor.email,
      resume: resume && (isBlind ? { ...resume, name: null } : resume),
    },
    proof: isBlind ? proofWithoutIdentity(proof, who) : proof,
  };
}

function answersOf(draft: Draft, questions: Parameters<typeof readComplete>[0]): Answered[] | null {
  const answers = questions.map(({ text: question }) => {
    const { text = "", chosen = [] } = draft.answers.find((one) => one.question === question) ?? {};
    return { text, chosen };
  });
  try {
    return readComplete(questions, { name: draft.name, answers });
  } catch (error) {
    if (error instanceof DomainError) return null;
    throw error;
  }
}
