import type { Metadata } from "next";
import { ButtonForm } from "@/app/_parts/button-form";
import { formatAge } from "@/app/_parts/dates";
import { cursorFrom } from "@/app/_parts/id";
import { ButtonLink } from "@/app/_ui/button";
import { EmptyState } from "@/app/_ui/empty-state";
import { Notice } from "@/app/_ui/notice";
import { PageHeader } from "@/app/_ui/page-header";
import { Pagination } from "@/app/_ui/pagination";
import { requireActor } from "@/lib/auth/session";
import { findNow } from "@/lib/clock";
import { listNotifications } from "@/lib/notifications/queries/news";
import { readNotificationsAction } from "./actions";

export const metadata: Metadata = { title: "Notifications", robots: { index: false } };

export default async function NotificationsPage({ searchParams }: PageProps<"/notifications">) {
  const actor = await requireActor("/notifications");
  const { before: from, done } = await searchParams;
  const before = cursorFrom(from);
  const [{ notifications, next }, now] = await Promise.all([listNotifications(actor, before), findNow()]);
  const newest = notifications.find(({ readAt }) => readAt === null);
  return (
    <>
      <PageHeader
        title="Notifications"
        lead="What happened, the latest first."
        actions={<ButtonLink href="/settings">E-mail settings</ButtonLink>}
      />
      {done === "read" && (
        <div className="mb-6">
          <Notice tone="success" live title="Marked as read." />
        </div>
      )}
      {newest && (
        <div className="mb-5">
          <ButtonForm
            action={readNotificationsAction}
            values={{ upTo: String(newest.id) }}
            waiting="Marking…"
          >
            Mark all as read
          </ButtonForm>
        </div>
      )}
      {notifications.length === 0 ? (
        <EmptyState title={before ? "There are no older notifications" : "Nothing has happened yet"} />
      ) : (
        <ol aria-label="Notifications" className="border-t-2 border-ink">
          {notifications.map(({ id, title, path, at, readAt }) => (
            <li
              key={id}
              className="flex flex-wrap items-baseline justify-between gap-x-6 border-b border-rule py-2"
            >
              <a
                href={path}
                className={`plain-link inline-flex min-h-9 items-center ${readAt ? "" : "font-semibold"}`}
              >
                {!readAt && <span className="mr-2 text-sm text-accent">New</span>}
                {title}
              </a>
              <time dateTime={at.toISOString()} className="text-sm text-ink-3 tabular-nums">
                {formatAge(at, now)}
              </time>
            </li>
          ))}
        </ol>
      )}
      <div className="mt-6">
        <Pagination
          shown={notifications.length}
          unit="notifications"
          nextHref={next ? `/notifications?before=${next}` : undefined}
          firstHref={before ? "/notifications" : undefined}
        />
      </div>
    </>
  );
}
