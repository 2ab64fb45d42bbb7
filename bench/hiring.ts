import postgres from "postgres";
import { closeDatabase } from "@/db/client";
import { createAdmin, createCompany, createProfile, createUser, someDescription } from "@/db/factories";
import { submitApplication } from "@/lib/applications/commands/apply";
import { moveApplication } from "@/lib/applications/commands/move";
import { PipelineQuery } from "@/lib/applications/input";
import { listPipeline } from "@/lib/applications/queries/pipeline";
import { listLedger } from "@/lib/events/queries";
import { approvePosting } from "@/lib/moderation/commands/decide";
import { listReviewQueue } from "@/lib/moderation/queries/desk";
import { savePosting } from "@/lib/postings/commands/save-draft";
import { PostingForm } from "@/lib/postings/input";
import { findPostingBySlug } from "@/lib/postings/queries/public";
import { listSimilar } from "@/lib/postings/queries/similar";
import { median, ms, quantile, table } from "./measure";
import { measurePeople } from "./people";

const rounds = 100;

/** What must not grow with the number of postings: a posting's page, and each step from a form handed in to an applicant moved on. */
export async function benchHiring(url: string): Promise<void> {
  process.env.DATABASE_URL = url;
  const sql = postgres(url, { max: 1 });
  const slugs = await sql<{ slug: string }[]>`
    select slug from postings where state = 'published' order by md5(slug) limit ${rounds + 1}`;
  await sql.end();
  const [owner, admin] = [await createUser(), await createAdmin()];
  const company = await createCompany({ owner });
  const candidates = await Promise.all(Array.from({ length: rounds + 1 }, () => createUser()));
  for (const candidate of candidates) await createProfile(candidate, { years: 6, skills: [{ slug: "go" }] });
  const handedIn: string[] = [];
  const sent: string[] = [];
  const steps: [string, (at: number) => Promise<unknown>][] = [
    [
      "posting page",
      async (at) => {
        const slug = slugs[at]?.slug as string;
        const [posting] = await Promise.all([findPostingBySlug(slug), listSimilar(slug)]);
        await listLedger(posting?.id as string);
      },
    ],
    ["form handed in", async (at) => handedIn.push((await savePosting(owner, company.id, formOf(at))).id)],
    ["review queue", () => listReviewQueue(admin)],
    ["approved", (at) => approvePosting(admin, { id: handedIn[at] as string })],
    [
      "applied",
      async (at) => {
        const input = { postingId: handedIn[0] as string, name: "Kim", coverNote: "" };
        sent.push((await submitApplication(candidates[at] as (typeof candidates)[number], input)).id);
      },
    ],
    ["list of 101 applicants", () => listPipeline(owner, handedIn[0] as string, PipelineQuery.parse({}))],
    [
      "moved on",
      (at) =>
        moveApplication(owner, { id: sent[at] as string, from: "submitted", to: "screening", message: "" }),
    ],
  ];
  const rows: string[][] = [];
  for (const [name, step] of steps) {
    const took: number[] = [];
    for (let at = 0; at <= rounds; at++) {
      const began = performance.now();
      await step(at);
      took.push(performance.now() - began);
    }
    // The first one is not counted.
    const sorted = took.slice(1).sort((a, b) => a - b);
    rows.push([name, ms(median(sorted)), ms(quantile(sorted, 0.99))]);
  }
  table(["step", "median", "p99"], rows);
  await measurePeople(url, owner, company.id, handedIn[0] as string);
  await closeDatabase();
}

/** As the form of a posting sends it. */
const formOf = (at: number) =>
  PostingForm.parse({
    intent: "submit",
    title: `Backend Developer, Payments ${at}`,
    description: someDescription,
    salaryMin: 60_000,
    salaryMax: 80_000,
    salaryCurrency: "EUR",
    workplace: "hybrid",
    employment: "full-time",
    places: [{ city: "Berlin", country: "Germany" }],
    skills: [{ name: "golang", must: "must", minYears: 3 }, { name: "PostgreSQL" }],
    responsibilities: { "api-management": "must" },
  });
