import type { NavLink } from "@/app/_ui/shell/nav-links";
import type { Actor } from "@/lib/auth/input";
import type { News } from "@/lib/notifications/queries/news";
import { queueInWords } from "./queue-words";

const jobs: NavLink = { href: "/jobs", label: "Jobs" };
/** The way in for employers: creates a company, then leads to its first posting. */
export const postARole: NavLink = { href: "/employer", label: "Post a role" };
const toRead: NavLink[] = [
  { href: "/companies", label: "Companies" },
  { href: "/salaries", label: "Salaries" },
];

/**
 * What the bar holds for the reader, and what their menu holds besides. A visitor has what everyone may read; the signed-in have their own
 * parts: those of a candidate, of a member of a company, of an admin, or several. Who has nothing yet is taken for a candidate.
 */
export function barOf(
  actor: Pick<Actor, "isAdmin"> | null,
  news: News | null,
): { bar: NavLink[]; menu: NavLink[] } {
  if (!actor || !news) return { bar: [jobs, ...toRead], menu: [] };
  const { hasCandidatePart, isMember, hasUnread, unread, waiting, inReview, changedCompanies } = news;
  const queue = { postings: inReview, companies: changedCompanies };
  const ofCandidate = [
    { href: "/matches", label: "Matches" },
    { href: "/applications", label: "Applications", count: unread, counted: "with news" },
    { href: "/saved", label: "Saved" },
  ];
  const isCandidate = hasCandidatePart || !(isMember || actor.isAdmin);
  return {
    bar: [
      jobs,
      ...(isCandidate ? ofCandidate : []),
      ...(isMember
        ? [
            { href: "/employer", label: "Postings" },
            { href: "/employer/applicants", label: "Applicants", count: waiting, counted: "waiting" },
          ]
        : []),
      ...(actor.isAdmin
        ? [
            {
              href: "/admin",
              label: "Review",
              count: inReview + changedCompanies,
              counted: `waiting: ${queueInWords(queue)}`,
            },
          ]
        : []),
    ],
    menu: [
      { href: "/profile", label: "Profile" },
      { href: "/notifications", label: hasUnread ? "Notifications (new)" : "Notifications" },
      { href: "/settings", label: "Settings" },
      ...(isCandidate ? [] : ofCandidate),
      ...(isMember ? [] : [postARole]),
      ...toRead,
    ],
  };
}
