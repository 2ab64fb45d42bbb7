import type { z } from "zod";
import {
  CompanyPostingList,
  OneCompanyPosting,
  PostingRequest,
  SavedCompanyPosting,
  WithdrawnCompanyPosting,
} from "./company-schemas";
import type { Operation } from "./operation";

const posting: z.output<typeof OneCompanyPosting>["data"] = {
  id: "7d9c4f0e-51a2-4c3b-8f6d-0a1b2c3d4e5f",
  externalId: "REQ-2031",
  state: "in_review",
  url: "https://backplane.example/employer/postings/7d9c4f0e-51a2-4c3b-8f6d-0a1b2c3d4e5f",
  waits: true,
  missing: [],
  reasons: [],
};

const body: z.input<typeof PostingRequest> = {
  title: "Backend Engineer, Payments",
  description:
    "You build and run the services that move money between our customers and their banks, with five colleagues in Berlin and Porto.",
  skills: [
    { slug: "go", must: true, minYears: 3 },
    { slug: "kafka", must: false },
  ],
  responsibilities: [{ slug: "api-integration", must: true }],
  degree: { level: "bachelor", field: "computer science", equalExperience: true },
  experience: { min: 5 },
  salary: { min: 80_000, max: 95_000, currency: "EUR", period: "year" },
  workplace: "remote",
  hiringCountries: ["DE", "PT"],
  employment: "full-time",
  reality: { onCall: { everyWeeks: 6, paid: true }, datastores: ["PostgreSQL"], teamSize: 6 },
  replyDays: 7,
};

const externalId: Operation["parameters"][number] = {
  name: "externalId",
  in: "path",
  required: true,
  description: "What your company calls the posting, such as the number in your own system.",
  schema: { type: "string", minLength: 1, maxLength: 200 },
};
const one = { path: "/api/v1/company/postings/{externalId}", parameters: [externalId] };
const always = {
  400: "A parameter is unknown or has an invalid value. The error names each one.",
  401: "The key is missing, unknown or revoked, or has stopped. The message says which.",
  403: "The key was created without this right.",
};

/** What companies do with a key. */
export const companyOperations: readonly Operation[] = [
  {
    ...one,
    id: "putCompanyPosting",
    method: "put",
    summary:
      "Create or change the posting that your company calls `externalId`. The same body twice changes nothing. A new posting or draft is submitted for review, one in review is replaced, and a published one is edited: changes of pay, requirements and place wait for a review. What was sent back is submitted again once it differs",
    body: PostingRequest,
    answer: SavedCompanyPosting,
    scope: "postings:write",
    creates: true,
    example: { path: "/REQ-2031", body, answer: { data: posting, changed: true } },
    refusals: {
      ...always,
      400: "The body is not JSON, or a parameter is unknown.",
      404: "The person who created the key may not write for the company any more.",
      409: "The posting is over or frozen. To offer a role again, send it with another external id.",
      413: "The body is too large.",
      422: "The body is invalid, or something is missing from it. The error names each key.",
    },
  },
  {
    id: "listCompanyPostings",
    method: "get",
    path: "/api/v1/company/postings",
    summary: "The postings that your company sent, in the order of their external ids",
    parameters: [
      {
        name: "cursor",
        in: "query",
        description: "The `next` value of the previous page.",
        schema: { type: "string", maxLength: 200 },
      },
      {
        name: "limit",
        in: "query",
        description: "Postings per page.",
        schema: { type: "integer", minimum: 1, maximum: 100, default: 20 },
      },
    ],
    answer: CompanyPostingList,
    scope: "postings:read",
    example: { path: "?limit=20", answer: { data: [posting], next: null } },
    refusals: always,
  },
  {
    ...one,
    id: "getCompanyPosting",
    method: "get",
    summary: "Where one of these postings stands: its state, what is missing, and why it was sent back",
    answer: OneCompanyPosting,
    scope: "postings:read",
    example: { path: "/REQ-2031", answer: { data: posting } },
    refusals: { ...always, 404: "Your company has sent no posting with this external id." },
  },
  {
    ...one,
    id: "withdrawCompanyPosting",
    method: "delete",
    summary:
      "Close the posting as withdrawn, or delete it if it was never public. Applicants who wait still get their answers from your company, one by one. Twice is the same as once",
    answer: WithdrawnCompanyPosting,
    scope: "postings:write",
    example: {
      path: "/REQ-2031",
      answer: { data: { ...posting, state: "closed", waits: false }, changed: true },
    },
    refusals: { ...always, 409: "The company is closed." },
  },
];
