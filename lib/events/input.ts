/** Everything that can have happened. `data` holds ids and codes only: who reads an event loads the rest. */
export type EventType =
  | "user.signed_in"
  | "user.signed_out"
  | "user.granted_admin"
  | "rates.replaced"
  | "company.created"
  | "company.edited"
  | "company.badge_lost"
  | "profile.edited"
  | "profile.visibility_changed"
  | "profile.opened"
  | "resume.read"
  | "resume.kept"
  | "resume.discarded"
  | "posting.drafted"
  | "posting.edited"
  | "posting.imported"
  | "posting.submitted"
  | "posting.sent_back"
  | "posting.published"
  | "posting.changed"
  | "posting.reconfirmed"
  | "posting.closed"
  | "posting.expired"
  | "posting.removed"
  | "posting.frozen"
  | "posting.unfrozen"
  | "application.submitted"
  | "application.moved"
  | "application.withdrawn"
  | "invitation.sent"
  | "invitation.declined"
  | "posting.hidden"
  | "posting.shown_again"
  | "search.saved"
  | "search.changed"
  | "search.deleted"
  | "search.looked_at"
  | "search.alerts_stopped"
  | "alert.sent"
  | "alert.answered";

export type NewEvent = {
  type: EventType;
  /** Who did it; null for the system itself. */
  actorId: string | null;
  companyId?: string;
  postingId?: string;
  applicationId?: string;
  data?: Record<string, string | number | boolean | null>;
};
