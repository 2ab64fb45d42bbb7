import type { ComponentProps } from "react";
import { DataItem, DataList } from "@/app/_ui/data-list";
import { Section } from "@/app/_ui/section";
import type { ResumeFile as File } from "@/lib/applications/queries/resume";
import type { OwnProfile } from "@/lib/profiles/queries/profile";
import { AnswerList } from "./answer-list";
import { ProfileFacts } from "./profile-facts";
import { ResumeFile } from "./resume-file";

type Sent = {
  /** Null for whoever may not write to it, and for its own owner. */
  email: string | null;
  coverNote: string;
  profile: Partial<OwnProfile>;
  answers: ComponentProps<typeof AnswerList>["answers"];
  resume: File | null;
};

/** An application as it was sent: one view for both sides. */
export function SentApplication({ application }: { application: Sent }) {
  const { email, coverNote, profile, answers, resume } = application;
  return (
    <div className="grid gap-10">
      {email && (
        <DataList>
          <DataItem label="E-mail">
            <a className="link" href={`mailto:${email}`}>
              {email}
            </a>
          </DataItem>
        </DataList>
      )}
      <Section title="Cover note">
        {coverNote ? (
          <p className="max-w-measure whitespace-pre-wrap">{coverNote}</p>
        ) : (
          <p className="text-ink-3">No cover note.</p>
        )}
      </Section>
      {resume && (
        <Section title="Résumé">
          <ResumeFile file={resume} />
        </Section>
      )}
      <AnswerList answers={answers} />
      <ProfileFacts profile={profile} />
    </div>
  );
}
