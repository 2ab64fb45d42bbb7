import type { ApplicationState } from "@/lib/applications/lists";
import { settings } from "@/lib/env";
import type { RecordedEvent } from "@/lib/events/input";
import type { PostingState } from "@/lib/postings/lists";
import { testType, type WebhookType } from "./lists";

export type Subject = {
  company: string;
  /** Null for an event of the whole company. */
  posting: { id: string; externalId: string | null; state: PostingState } | null;
  /** Null also where it was erased. */
  application: { id: string; state: ApplicationState } | null;
};

/**
 * What a webhook is sent about an event: ids, codes, states and links alone. Who applied, and what was written, is read through the links
 * by members who may read it.
 */
export function bodyOf(
  event: RecordedEvent<WebhookType>,
  { company, posting, application }: Subject,
): string {
  const page = posting && `${settings().APP_URL}/employer/postings/${posting.id}`;
  return JSON.stringify({
    type: event.type,
    timestamp: event.at.toISOString(),
    data: {
      company,
      ...(posting && { posting: { ...posting, url: page } }),
      ...(application && { application: { ...application, url: `${page}/applicants/${application.id}` } }),
      ...detailsOf(event),
    },
  });
}

function detailsOf(event: RecordedEvent<WebhookType>) {
  switch (event.type) {
    case "posting.closed":
      return { reason: event.data.reason };
    case "application.moved":
    case "application.withdrawn":
    case "application.restored":
      return { from: event.data.from, to: event.data.to };
    case "application.message_sent":
      return { fromCompany: event.data.fromCompany };
    case "application.erased":
      return event.data.applicationId ? { application: { id: event.data.applicationId } } : {};
    default:
      return {};
  }
}

/** What "Send a test" sends. */
export const testBody = (company: string, at: Date) =>
  JSON.stringify({ type: testType, timestamp: at.toISOString(), data: { company } });
