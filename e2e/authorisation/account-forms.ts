import { createSession } from "@/db/factories";
import { askForDeletion } from "@/lib/privacy/commands/ask";
import { byCandidate, candidateOf, type Form } from "./form";
import { accountOf, idOf, notificationsOf } from "./kept";
import { sql, type World } from "./world";

/** The forms of one's own account. */
export const accountForms: Record<string, Form> = {
  signOutAction: {
    ...byCandidate,
    path: () => "/terms",
    button: "Sign out",
    kept: ({ actors }) => sql`
        select count(*) from events where type = 'user.signed_out' and actor_id = ${idOf(actors.candidate)}`,
  },
  readNotificationsAction: {
    ...byCandidate,
    path: async (world) => {
      await sql`
        insert into notifications (user_id, event_id, title, path, at)
        values (${candidateOf(world).userId}, 1, 'Something happened', '/', now())`;
      return "/notifications";
    },
    button: "Mark all as read",
    kept: notificationsOf,
  },
  chooseMailsAction: {
    ...byCandidate,
    path: () => "/settings",
    typed: { answers: "never" },
    button: "Save",
    kept: notificationsOf,
  },
  askForDeletionAction: {
    ...byCandidate,
    path: () => "/settings/data",
    typed: (world) => ({ email: candidateOf(world).email }),
    button: "Delete my account",
    kept: accountOf,
  },
  keepAccountAction: {
    ...byCandidate,
    path: async (world) => {
      await askForDeletion(candidateOf(world), { email: candidateOf(world).email });
      return "/terms";
    },
    button: "Keep my account",
    kept: accountOf,
  },
  endSessionAction: {
    ...byCandidate,
    path: sessionsOf,
    button: /Sign out .*browser/,
    kept: accountOf,
  },
  endOtherSessionsAction: {
    ...byCandidate,
    path: sessionsOf,
    button: "Sign out everywhere else",
    kept: accountOf,
  },
};

/** The list with one more session in it. */
async function sessionsOf(world: World): Promise<string> {
  await createSession(candidateOf(world));
  return "/settings/sessions";
}
