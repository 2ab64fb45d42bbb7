import { findingPages } from "./finding";
import { signInPages, signInRoutes } from "./sign-in";
import { taxonomyPages } from "./taxonomy";
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
  ...signInPages,
  "/": () => open("/"),
  "/jobs": () => open("/jobs"),
  "/jobs/[slug]": ({ live }) => open(`/jobs/${live.slug}`),
  "/jobs/[slug]/report": ({ live }) => open(`/jobs/${live.slug}/report`),
  "/companies": () => open("/companies"),
  "/companies/[slug]": ({ company }) => open(`/companies/${company.slug}`),
  "/companies/[slug]/claim": ({ company }) => only(`/companies/${company.slug}/claim`),
  "/transparency": () => open("/transparency"),
  "/salaries": () => open("/salaries"),
  "/skills/[slug]": () => open("/skills/go"),
  "/api": () => open("/api"),
  "/receipts": () => open("/receipts"),
  "/terms": () => open("/terms"),
  "/privacy": () => open("/privacy"),
  "/contact": () => open("/contact"),
  "/sign-in": () => row("/sign-in", "307 /", { visitor: "200", suspended: "200" }),
  "/sign-in/code": () => open("/sign-in/code"),
  "/jobs/[slug]/apply": ({ live, application }) =>
    signedIn(`/jobs/${live.slug}/apply`, { applicant: `307 /applications/${application.id}` }),
  "/jobs/[slug]/apply/preview": ({ live }) => {
    const at = `/jobs/${live.slug}/apply/preview`;
    return row(at, `307 /jobs/${live.slug}/apply`, toSignIn(at));
  },
  "/applications": () => signedIn("/applications"),
  "/applications/[id]": ({ application }) => only(`/applications/${application.id}`, "applicant"),
  "/applications/[id]/withdraw": ({ application }) =>
    only(`/applications/${application.id}/withdraw`, "applicant"),
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
  "/notifications": () => signedIn("/notifications"),
  "/settings": () => signedIn("/settings"),
  "/settings/data": () => signedIn("/settings/data"),
  "/settings/sessions": () => signedIn("/settings/sessions"),
  "/saved": () => signedIn("/saved"),
  "/saved/new": () => signedIn("/saved/new?skill=go"),
  "/unsubscribe/[token]": () => row("/unsubscribe/nothing.ours", "404"),
  ...findingPages,
  "/confirm/[token]": () => row("/confirm/nothing.of.ours", "404"),
  "/alerts/[token]": () => row("/alerts/nothing.of.ours", "404"),
  "/join/[token]": () => row("/join/nothing-of-ours", "404"),
  "/employer/team": () => {
    const none = "307 /employer";
    return signedIn("/employer/team", { candidate: none, applicant: none, admin: none });
  },
  "/employer/keys": () => {
    const none = "307 /employer";
    return signedIn("/employer/keys", { candidate: none, applicant: none, admin: none });
  },
  "/employer/import": () => {
    const none = "307 /employer";
    return signedIn("/employer/import", { candidate: none, applicant: none, admin: none });
  },
  "/employer/import/[id]": ({ importId }) => only(`/employer/import/${importId}`, "owner", "recruiter"),
  "/employer/webhooks": () => {
    const none = "307 /employer";
    return signedIn("/employer/webhooks", { candidate: none, applicant: none, admin: none });
  },
  "/employer/webhooks/[id]": ({ webhookId }) => only(`/employer/webhooks/${webhookId}`, "owner"),
  "/employer": () => signedIn("/employer"),
  "/employer/company": () => {
    const none = "307 /employer";
    return signedIn("/employer/company", { candidate: none, applicant: none, admin: none });
  },
  "/employer/company/verify": () => {
    const none = "307 /employer";
    return signedIn("/employer/company/verify", { candidate: none, applicant: none, admin: none });
  },
  "/employer/company/close": () => {
    const none = "307 /employer";
    const but = { candidate: none, applicant: none, admin: none, reviewer: "404", recruiter: "404" };
    return signedIn("/employer/company/close", but);
  },
  "/employer/applicants": () => {
    const none = "307 /employer";
    return signedIn("/employer/applicants", { candidate: none, applicant: none, admin: none });
  },
  "/employer/templates": () => {
    const none = "307 /employer";
    const but = { candidate: none, applicant: none, admin: none, reviewer: none };
    return signedIn("/employer/templates", but);
  },
  "/employer/templates/new": () => {
    const none = "307 /employer";
    const but = { candidate: none, applicant: none, admin: none, reviewer: none };
    return signedIn("/employer/templates/new", but);
  },
  "/employer/templates/[id]": ({ template }) =>
    only(`/employer/templates/${template.id}`, "owner", "recruiter"),
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
    only(`/employer/postings/${draft.id}/tags`, "owner", "recruiter"),
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
  "/employer/postings/[id]/appeal": ({ frozen }) =>
    only(`/employer/postings/${frozen.id}/appeal`, "owner", "recruiter"),
  "/employer/postings/[id]/figures": ({ live }) =>
    only(`/employer/postings/${live.id}/figures`, "owner", "recruiter", "reviewer"),
  "/employer/postings/[id]/applicants": ({ live }) =>
    only(`/employer/postings/${live.id}/applicants`, "owner", "recruiter", "reviewer"),
  "/employer/postings/[id]/applicants/[applicationId]": ({ live, application }) =>
    only(`/employer/postings/${live.id}/applicants/${application.id}`, "owner", "recruiter", "reviewer"),
  "/employer/postings/[id]/applicants/[applicationId]/interview": ({ live, application }) =>
    only(`/employer/postings/${live.id}/applicants/${application.id}/interview`, "owner", "recruiter"),
  "/employer/postings/[id]/candidates": ({ live }) =>
    only(`/employer/postings/${live.id}/candidates`, "owner", "recruiter"),
  "/employer/postings/[id]/candidates/[candidateId]": ({ live, found }) =>
    only(`/employer/postings/${live.id}/candidates/${found.userId}`, "owner", "recruiter"),
  "/admin": () => only("/admin", "admin"),
  "/admin/imports": () => only("/admin/imports", "admin"),
  "/admin/reports": () => only("/admin/reports", "admin"),
  "/admin/postings/[id]": ({ inReview }) => only(`/admin/postings/${inReview.id}`, "admin"),
  "/admin/appeals": () => only("/admin/appeals", "admin"),
  "/admin/appeals/[id]": ({ frozen }) => only(`/admin/appeals/${frozen.appealId}`, "admin"),
  "/admin/companies": () => only("/admin/companies", "admin"),
  "/admin/companies/[slug]": ({ company }) => only(`/admin/companies/${company.slug}`, "admin"),
  ...Object.fromEntries(Object.entries(taxonomyPages).map(([name, at]) => [name, () => only(at, "admin")])),
  "/admin/users": () => only("/admin/users", "admin"),
  "/admin/users/[id]": ({ actors }) => only(`/admin/users/${actors.stranger?.userId}`, "admin"),
  "/admin/audit": () => only("/admin/audit", "admin"),
  "/admin/postings/[id]/beside/[other]": ({ inReview, live }) =>
    only(`/admin/postings/${inReview.id}/beside/${live.id}`, "admin"),
  "/dev/mailbox": () => open("/dev/mailbox"),
  "/dev/mailbox/[id]": () => row("/dev/mailbox/0", "404"),
};

export const routes: Record<string, (world: World) => Row> = {
  ...signInRoutes,
  // Not asked for as a stream, which would not end.
  "/api/live": () => row("/api/live", "406", { visitor: "401", suspended: "401" }),
  "/api/suggest": () => open("/api/suggest?q=ku"),
  "/api/suggest/cities": () => open("/api/suggest/cities?q=lo"),
  "/api/suggest/skills": () => open("/api/suggest/skills?q=ku"),
  "/api/unsubscribe/[token]": () => row("/api/unsubscribe/nothing.ours", "404"),
  "/api/openapi.json": () => open("/api/openapi.json"),
  "/api/auth/callback/[provider]": () => row("/api/auth/callback/github", "404"),
  "/api/v1/[[...route]]": ({ inReview }) => row(`/api/v1/postings/${inReview.id}`, "404"),
  "/employer/outlook": () => row("/employer/outlook", "405"),
  "/applications/[id]/receipt": ({ application }) =>
    row(`/applications/${application.id}/receipt`, "404", { applicant: "200" }),
  "/applications/download": () => row("/applications/download", "405"),
  "/interviews/[id]/calendar": ({ interviewId }) =>
    row(`/interviews/${interviewId}/calendar`, "404", { applicant: "200", owner: "200", recruiter: "200" }),
  "/employer/applicants/export": () => row("/employer/applicants/export", "405"),
  "/resumes/download": () => row("/resumes/download", "405"),
  "/admin/audit/export": () => row("/admin/audit/export", "405"),
  "/settings/data/download": () => row("/settings/data/download", "405"),
  "/dev/mailbox/[id]/html": () => row("/dev/mailbox/0/html", "404"),
  "/logos/[file]": () => row("/logos/nothing.webp", "404"),
  "/feeds/[name]": () => open("/feeds/postings.rss"),
  "/sitemap.xml": () => open("/sitemap.xml"),
  "/sitemaps/[name]": () => open("/sitemaps/pages.xml"),
  "/.well-known/security.txt": () => open("/.well-known/security.txt"),
  "/.well-known/[...path]": () => row("/.well-known/change-password", "404"),
  "/healthz": () => open("/healthz"),
  "/profile/resume.json": () => signedIn("/profile/resume.json"),
  "/readyz": () => open("/readyz"),
};
