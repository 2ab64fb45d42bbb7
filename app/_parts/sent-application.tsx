import { DataItem, DataList } from "@/app/_ui/data-list";
import { Section } from "@/app/_ui/section";
import { Timeline } from "@/app/_ui/timeline";
import type { ApplicationState } from "@/lib/applications/lists";
import type { OwnProfile } from "@/lib/profiles/queries/profile";
import { applicationWords } from "./application-state";
import { formatDay } from "./dates";
import { ProfileFacts } from "./profile-facts";

type Sent = {
  email: string | null;
  coverNote: string;
  profile: OwnProfile;
  history: { id: number; to: string; message: string; at: Date }[];
};

/** An application as it was sent, with its history: one view for both sides. */
export function SentApplication({ application }: { application: Sent }) {
  const { email, coverNote, profile, history } = application;
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
      <ProfileFacts profile={profile} />
      <Section title="History">
        <Timeline
          entries={history.map(({ id, to, message, at }) => ({
            key: String(id),
            when: formatDay(at),
            dateTime: at.toISOString(),
            title: applicationWords[to as ApplicationState],
            detail: message || undefined,
          }))}
        />
      </Section>
    </div>
  );
}
