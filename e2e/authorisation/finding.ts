import { everyone, type Who } from "./world";

/** Pages behind the mails of invitations. */
export const findingPages = {
  "/decline/[token]": () => ({
    at: "/decline/nothing.of.ours",
    answers: Object.fromEntries(everyone.map((who) => [who, "404"])) as Record<Who, string>,
  }),
};

export const findingForms = { declineByTokenAction: "anyone" } as const;
