import type { Actor } from "@/lib/auth/input";
import { answerInterview } from "@/lib/interviews/commands/answer";
import { proposeInterview } from "@/lib/interviews/commands/propose";
import { AnswerInterview, ProposeInterview } from "@/lib/interviews/input";
import { listInterviews } from "@/lib/interviews/queries";
import { byOwner, type Form } from "./form";
import { sql, type World } from "./world";

const far = "2099-12-01T10:00";

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

const byApplicant = { may: ["applicant"], by: "applicant", kept: interviewsOf } as const;
const byWriters = { ...byOwner, kept: interviewsOf };

/** The forms of interviews. */
export const interviewForms: Record<string, Form> = {
  proposeInterviewAction: {
    ...byWriters,
    path: (world) => `${desk(world)}/interview`,
    button: "Propose to the candidate",
    typed: { "times[0]": far, place: "Here" },
  },
  answerInterviewAction: {
    ...byApplicant,
    path: async (world) => {
      await propose(world);
      return `/applications/${world.application.id}`;
    },
    button: "Accept this time",
  },
  acceptOtherAction: {
    ...byWriters,
    path: async (world) => {
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
  },
  cancelInterviewAction: {
    ...byWriters,
    path: async (world) => {
      await propose(world);
      return desk(world);
    },
    button: "Cancel the interview",
  },
};
