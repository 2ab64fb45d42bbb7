import { saveDraft } from "@/lib/applications/commands/drafts";
import { Apply } from "@/lib/applications/input";
import type { Actor } from "@/lib/auth/input";
import { answerInterview } from "@/lib/interviews/commands/answer";
import { proposeInterview } from "@/lib/interviews/commands/propose";
import { AnswerInterview, ProposeInterview } from "@/lib/interviews/input";
import { listInterviews } from "@/lib/interviews/queries";
import { sql, type Who, type World } from "./world";

const far = "2099-12-01T10:00";

/** What the candidate has begun to write. */
const draftsOf = ({ actors }: World) =>
  sql`select * from application_drafts where candidate_id = ${(actors.candidate as Actor).userId}`;

const interviewsOf = ({ application }: World) => sql`
  select i.*, (select jsonb_agg(to_jsonb(t) order by t.starts_at) from interview_times t where t.interview_id = i.id) as times
  from interviews i where i.application_id = ${application.id} order by i.id`;

/** An interview that was proposed to the applicant. */
async function propose({ actors, application }: World) {
  await proposeInterview(
    actors.owner as Actor,
    ProposeInterview.parse({
      applicationId: application.id,
      times: [far],
      zone: "UTC",
      minutes: "45",
      place: "Here",
    }),
  );
}

const desk = ({ live, application }: World) => `/employer/postings/${live.id}/applicants/${application.id}`;

const byCandidate: { may: Who[]; by: Who } = { may: ["candidate"], by: "candidate" };
const byApplicant: { may: Who[]; by: Who } = { may: ["applicant"], by: "applicant" };
const byOwner: { may: Who[]; by: Who } = { may: ["recruiter", "owner"], by: "owner" };

/** The forms of somebody who applies, and of interviews. */
export const applyingActions = {
  deleteDraftAction: {
    ...byCandidate,
    path: async ({ actors, live }: World) => {
      await saveDraft(actors.candidate as Actor, Apply.parse({ postingId: live.id, coverNote: "Hello" }));
      return "/applications";
    },
    button: /^Delete draft/,
    kept: draftsOf,
  },
  proposeInterviewAction: {
    ...byOwner,
    path: (world: World) => `${desk(world)}/interview`,
    button: "Propose to the candidate",
    typed: { "times[0]": far, place: "Here" },
    kept: interviewsOf,
  },
  answerInterviewAction: {
    ...byApplicant,
    path: async (world: World) => {
      await propose(world);
      return `/applications/${world.application.id}`;
    },
    button: "Accept this time",
    kept: interviewsOf,
  },
  acceptOtherAction: {
    ...byOwner,
    path: async (world: World) => {
      await propose(world);
      const applicant = world.actors.applicant as Actor;
      const interview = (await listInterviews(applicant, world.application.id)).at(-1);
      await answerInterview(
        applicant,
        AnswerInterview.parse({
          id: interview?.id,
          sequence: "0",
          answer: "other",
          times: [far],
          zone: "UTC",
        }),
      );
      return desk(world);
    },
    button: "Accept this time",
    kept: interviewsOf,
  },
  cancelInterviewAction: {
    ...byOwner,
    path: async (world: World) => {
      await propose(world);
      return desk(world);
    },
    button: "Cancel the interview",
    kept: interviewsOf,
  },
};
