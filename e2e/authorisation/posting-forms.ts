import { createPosting, daysAgo } from "@/db/factories";
import type { Actor } from "@/lib/auth/input";
import { closePosting } from "@/lib/postings/commands/close";
import { pausePosting } from "@/lib/postings/commands/life";
import { fillForm, postForm } from "../http";
import { byOwner, type Form } from "./form";

/** The forms of a company's postings. */
export const postingForms: Record<string, Form | Form[]> = {
  savePostingAction: [
    {
      ...byOwner,
      path: ({ draft }) => `/employer/postings/${draft.id}`,
      typed: { title: "Changed by somebody" },
      button: "Save draft",
    },
    {
      ...byOwner,
      path: () => "/employer/postings/new",
      typed: { title: "Written by somebody" },
      button: "Save draft",
    },
  ],
  pasteAdvertAction: {
    ...byOwner,
    path: () => "/employer/postings/paste",
    typed: { text: "We look for a Go developer with three years of experience in Kafka." },
    button: "Read advert",
  },
  acceptTagsAction: {
    ...byOwner,
    path: async ({ company }) => {
      const description = "You would write Go services on PostgreSQL. Hybrid, 3 days in the office.";
      const { id } = await createPosting({ companyId: company.id, state: "draft", description });
      return `/employer/postings/${id}/tags`;
    },
    button: "Accept selected tags",
  },
  editPostingAction: {
    ...byOwner,
    path: ({ live }) => `/employer/postings/${live.id}/edit`,
    typed: { title: "Changed by somebody" },
    button: "Save changes",
  },
  withdrawRevisionAction: {
    ...byOwner,
    path: async (world) => {
      const path = `/employer/postings/${world.live.id}`;
      const filling = { button: "Save changes", typed: { salaryMax: "81000" } };
      await postForm(await fillForm(world.actors.owner, `${path}/edit`, filling), world.actors.owner);
      return path;
    },
    button: "Withdraw the change",
  },
  copyPostingAction: {
    ...byOwner,
    path: ({ live }) => `/employer/postings/${live.id}`,
    button: "Copy as a new draft",
  },
  deletePostingAction: {
    ...byOwner,
    path: ({ draft }) => `/employer/postings/${draft.id}/delete`,
    button: "Delete draft",
  },
  takePostingBackAction: {
    ...byOwner,
    path: ({ inReview }) => `/employer/postings/${inReview.id}`,
    button: "Take back from review",
  },
  schedulePostingAction: {
    ...byOwner,
    path: ({ draft }) => `/employer/postings/${draft.id}`,
    typed: { publishAt: daysAgo(-1).toISOString().slice(0, 16) },
    button: "Save publication date",
  },
  pausePostingAction: { ...byOwner, path: ({ live }) => `/employer/postings/${live.id}`, button: "Pause" },
  resumePostingAction: {
    ...byOwner,
    path: async ({ actors, live }) => {
      await pausePosting(actors.owner as Actor, { id: live.id });
      return `/employer/postings/${live.id}`;
    },
    button: "Resume",
  },
  reconfirmPostingAction: {
    ...byOwner,
    path: async ({ company }) => {
      const { id } = await createPosting({
        companyId: company.id,
        publishedAt: daysAgo(15),
        confirmedAt: daysAgo(15),
      });
      return `/employer/postings/${id}`;
    },
    button: "It is still open",
  },
  extendPostingAction: { ...byOwner, path: ({ live }) => `/employer/postings/${live.id}`, button: /^Extend/ },
  closePostingAction: {
    ...byOwner,
    path: ({ live }) => `/employer/postings/${live.id}/close`,
    typed: { answer: "each" },
    button: "Close the posting",
  },
  reopenPostingAction: {
    ...byOwner,
    path: async ({ actors, live }) => {
      await closePosting(actors.owner as Actor, { id: live.id, reason: "filled", answer: "each" });
      return `/employer/postings/${live.id}`;
    },
    button: "Undo",
  },
};
