import { everyone, type Who, type World } from "./world";

/** What each gets at an address: a status, with where to if it leads elsewhere. */
export type Row = { at: string; answers: Record<Who, string> };
const row = (at: string, rest: string, but: Partial<Record<Who, string>> = {}): Row => ({
  at,
  answers: Object.fromEntries(everyone.map((who) => [who, but[who] ?? rest])) as Record<Who, string>,
});
const toSignIn = (at: string) => {
  const answer = `307 /sign-in?next=${encodeURIComponent(at)}`;
  return { visitor: answer, suspended: answer };
};
const open = (at: string) => row(at, "200");
const signedIn = (at: string, but: Partial<Record<Who, string>> = {}) =>
  row(at, "200", { ...toSignIn(at), ...but });
const only = (at: string, ...who: Who[]) =>
  row(at, "404", { ...toSignIn(at), ...Object.fromEntries(who.map((one) => [one, "200"])) });

export const pages: Record<string, (world: World) => Row> = {
  "/": () => open("/"),
  "/jobs": () => open("/jobs"),
  "/jobs/[slug]": ({ live }) => open(`/jobs/${live.slug}`),
  "/companies": () => open("/companies"),
  "/companies/[slug]": ({ company }) => open(`/companies/${company.slug}`),
  "/salaries": () => open("/salaries"),
  "/skills/[slug]": () => open("/skills/go"),
  "/api": () => open("/api"),
  "/terms": () => open("/terms"),
  "/privacy": () => open("/privacy"),
  "/contact": () => open("/contact"),
  "/sign-in": () => row("/sign-in", "307 /", { visitor: "200", suspended: "200" }),
  "/sign-in/code": () => open("/sign-in/code"),
  "/jobs/[slug]/apply": ({ live, application }) =>
    signedIn(`/jobs/${live.slug}/apply`, { applicant: `307 /applications/${application.id}` }),
  "/applications": () => signedIn("/applications"),
  "/applications/[id]": ({ application }) => only(`/applications/${application.id}`, "applicant"),
  "/matches": () => open("/matches"),
  "/matches/what-if": () => signedIn("/matches/what-if"),
  "/profile": () => signedIn("/profile"),
  "/profile/pass": () => signedIn("/profile/pass"),
  "/profile/import": () => signedIn("/profile/import"),
  "/profile/visibility": () => signedIn("/profile/visibility"),
  "/profile/evidence/new": () => signedIn("/profile/evidence/new"),
  "/profile/evidence/[id]": ({ own }) => only(`/profile/evidence/${own.evidenceId}`, "candidate"),
  "/profile/education/new": () => signedIn("/profile/education/new"),
  "/profile/education/[id]": ({ own }) => only(`/profile/education/${own.studyId}`, "candidate"),
  "/saved": () => signedIn("/saved"),
  "/saved/new": () => signedIn("/saved/new?skill=go"),
  "/unsubscribe/[token]": () => row("/unsubscribe/nothing.ours", "404"),
  "/confirm/[token]": () => row("/confirm/nothing.of.ours", "404"),
  "/alerts/[token]": () => row("/alerts/nothing.of.ours", "404"),
  "/employer": () => signedIn("/employer"),
  "/employer/company": () => {
    const none = "307 /employer";
    return signedIn("/employer/company", { candidate: none, applicant: none, admin: none });
  },
  "/employer/applicants": () => {
    const none = "307 /employer";
    return signedIn("/employer/applicants", { candidate: none, applicant: none, admin: none });
  },
  "/employer/postings/new": () => {
    const none = "307 /employer";
    const but = { candidate: none, applicant: none, admin: none, reviewer: none };
    return signedIn("/employer/postings/new", but);
  },
  "/employer/postings/paste": () => {
    const none = "307 /employer";
    const but = { candidate: none, applicant: none, admin: none, reviewer: none };
    return signedIn("/employer/postings/paste", but);
  },
  "/employer/postings/[id]/tags": ({ draft }) =>
    only(`/employer/postings/${draft.id}/tags`, "owner", "recruiter", "reviewer"),
  "/employer/postings/[id]": ({ draft }) =>
    only(`/employer/postings/${draft.id}`, "owner", "recruiter", "reviewer"),
  "/employer/postings/[id]/delete": ({ draft }) =>
    only(`/employer/postings/${draft.id}/delete`, "owner", "recruiter"),
  "/employer/postings/[id]/close": ({ live }) =>
    only(`/employer/postings/${live.id}/close`, "owner", "recruiter"),
  "/employer/postings/[id]/edit": ({ live }) =>
    only(`/employer/postings/${live.id}/edit`, "owner", "recruiter"),
  "/employer/postings/[id]/preview": ({ draft }) =>
    only(`/employer/postings/${draft.id}/preview`, "owner", "recruiter", "reviewer"),
  "/employer/postings/[id]/applicants": ({ live }) =>
    only(`/employer/postings/${live.id}/applicants`, "owner", "recruiter", "reviewer"),
  "/employer/postings/[id]/applicants/[applicationId]": ({ live, application }) =>
    only(`/employer/postings/${live.id}/applicants/${application.id}`, "owner", "recruiter", "reviewer"),
  "/employer/postings/[id]/candidates": ({ live }) =>
    only(`/employer/postings/${live.id}/candidates`, "owner", "recruiter"),
  "/employer/postings/[id]/candidates/[candidateId]": ({ live, found }) =>
    only(`/employer/postings/${live.id}/candidates/${found.userId}`, "owner", "recruiter"),
  "/admin": () => only("/admin", "admin"),
  "/admin/imports": () => only("/admin/imports", "admin"),
  "/admin/postings/[id]": ({ inReview }) => only(`/admin/postings/${inReview.id}`, "admin"),
  "/dev/mailbox": () => open("/dev/mailbox"),
  "/dev/mailbox/[id]": () => row("/dev/mailbox/0", "404"),
};

export const routes: Record<string, (world: World) => Row> = {
  "/api/suggest": () => open("/api/suggest?q=ku"),
  "/api/unsubscribe/[token]": () => row("/api/unsubscribe/nothing.ours", "404"),
  "/api/openapi.json": () => open("/api/openapi.json"),
  "/api/auth/callback/[provider]": () => row("/api/auth/callback/github", "404"),
  "/api/v1/[[...route]]": ({ inReview }) => row(`/api/v1/postings/${inReview.id}`, "404"),
  "/employer/cost": ({ company }) => {
    const refused = "401";
    return row(`/employer/cost?companyId=${company.id}&skill=Go&years=3&equalExperience=on`, "404", {
      visitor: refused,
      suspended: refused,
      owner: "200",
      recruiter: "200",
    });
  },
  "/dev/mailbox/[id]/html": () => row("/dev/mailbox/0/html", "404"),
  "/feeds/[name]": () => open("/feeds/postings.rss"),
  "/sitemap.xml": () => open("/sitemap.xml"),
  "/sitemaps/[name]": () => open("/sitemaps/pages.xml"),
  "/.well-known/security.txt": () => open("/.well-known/security.txt"),
  "/.well-known/[...path]": () => row("/.well-known/change-password", "404"),
  "/healthz": () => open("/healthz"),
  "/profile/resume.json": () => signedIn("/profile/resume.json"),
  "/readyz": () => open("/readyz"),
};
