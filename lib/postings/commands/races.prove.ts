import { eq, sql as text } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { inTransaction } from "@/db/client";
import {
  createAdmin,
  createCompany,
  createPosting,
  createUser,
  daysAgo,
  someDescription,
} from "@/db/factories";
import { pendingVersions, postings } from "@/db/schema/postings";
import { testDatabase } from "@/db/testing";
import { record } from "@/lib/events/commands";
import { formRecord, refuseIfChanged } from "@/lib/forms/changes";
import { approvePosting } from "@/lib/moderation/commands/decide";
import { present } from "@/lib/present";
import { postingForm } from "../form";
import { PostingForm } from "../input";
import { findOwnPosting } from "../queries/own";
import { close, publish } from "../rules";
import { termsOf, withRevision } from "../terms";
import { advancePostings } from "./clocks";
import { closePosting } from "./close";
import { editPosting } from "./edit";
import { putPosting } from "./put";
import { savePosting } from "./save-draft";

/*
 * Fifty rounds of eight at once, each beside a naive control that does the same without a lock and must fail: else the round proves nothing.
 */

const rounds = 50;
const eight = Array.from({ length: 8 }, (_, i) => i);

const { sql } = await testDatabase();
const owner = await createUser();
const admin = await createAdmin();
let companyId: string;
beforeEach(async () => {
  await sql`truncate companies cascade`;
  companyId = (await createCompany({ owner })).id;
});

const countOf = async (type: string, id: string) =>
  (
    await sql<
      { n: number }[]
    >`select count(*)::int as n from events where type = ${type} and posting_id = ${id}`
  )[0]?.n ?? 0;
const fulfilled = (done: PromiseSettledResult<unknown>[]) =>
  done.filter(({ status }) => status === "fulfilled").length;

describe("publish and close at once", () => {
  async function round(act: {
    publish: (id: string) => Promise<unknown>;
    close: (id: string) => Promise<void>;
  }) {
    const { id } = await createPosting({ companyId, state: "in_review", hasEvents: false });
    await Promise.allSettled(eight.map((i) => (i % 2 ? act.close(id) : act.publish(id))));
    const [row] = await sql<{ state: string }[]>`select state from postings where id = ${id}`;
    const [published, closed] = [await countOf("posting.published", id), await countOf("posting.closed", id)];
    return published === 1 && closed <= 1 && row?.state === (closed === 1 ? "closed" : "published");
  }

  it("is published once, and closed at most once, after that", async () => {
    for (let i = 0; i < rounds; i++)
      expect(
        await round({
          publish: (id) => approvePosting(admin, { id }),
          close: (id) => closePosting(owner, { id, reason: "filled" }),
        }),
      ).toBe(true);
  });

  it("would not be without the lock", async () => {
    const read = async (id: string) => present(await findOwnPosting(owner, id));
    const naive = {
      publish: async (id: string) => {
        const { state, publishAt, ...posting } = await read(id);
        await inTransaction(async (tx) => {
          await tx
            .update(postings)
            .set(publish({ ...posting, state, publishAt }, tx.now))
            .where(eq(postings.id, id));
          await record(tx, { type: "posting.published", actorId: admin.userId, companyId, postingId: id });
        });
      },
      close: async (id: string) => {
        const posting = await read(id);
        await inTransaction(async (tx) => {
          await tx
            .update(postings)
            .set(close(posting, "filled", tx.now))
            .where(eq(postings.id, id));
          await record(tx, {
            type: "posting.closed",
            actorId: owner.userId,
            companyId,
            postingId: id,
            data: { reason: "filled" },
          });
        });
      },
    };
    let wrong = 0;
    for (let i = 0; i < rounds; i++) if (!(await round(naive))) wrong++;
    expect(wrong).toBeGreaterThan(0);
  });
});

describe("two edits of one posting", () => {
  const form = (id: string, salaryMax: number) => ({
    ...PostingForm.parse({
      title: "Backend Developer",
      description: someDescription,
      salaryMin: 60_000,
      salaryMax,
      salaryCurrency: "EUR",
      workplace: "hybrid",
      employment: "full-time",
      equalExperience: true,
      places: [{ city: "Berlin", country: "Germany" }],
    }),
    id,
  });
  const shown = async (id: string) => withRevision(present(await findOwnPosting(owner, id)));

  async function round(edit: (id: string, salaryMax: number, version: string) => Promise<unknown>) {
    const { id } = await createPosting({ companyId });
    const version = formRecord(postingForm(await shown(id))).version;
    const done = await Promise.allSettled(eight.map((i) => edit(id, 81_000 + i, version)));
    const winner = 81_000 + done.findIndex(({ status }) => status === "fulfilled");
    return fulfilled(done) === 1 && (await shown(id)).pay?.max === winner;
  }

  it("has one winner, and all others are told", async () => {
    for (let i = 0; i < rounds; i++)
      expect(await round((id, salaryMax, version) => editPosting(owner, form(id, salaryMax), version))).toBe(
        true,
      );
  });

  it("would lose edits without the lock", async () => {
    const naive = async (id: string, salaryMax: number, version: string) => {
      const posting = await shown(id);
      refuseIfChanged(version, postingForm(posting));
      const terms = present(termsOf(posting));
      const kept = { terms: { ...terms, pay: { ...terms.pay, max: salaryMax } }, submittedAt: daysAgo(0) };
      await inTransaction((tx) =>
        tx
          .insert(pendingVersions)
          .values({ ...kept, postingId: id })
          .onConflictDoUpdate({ target: pendingVersions.postingId, set: kept }),
      );
    };
    let wrong = 0;
    for (let i = 0; i < rounds; i++) if (!(await round(naive))) wrong++;
    expect(wrong).toBeGreaterThan(0);
  });
});

describe("one posting sent eight times at once", () => {
  const form = PostingForm.parse({
    intent: "submit",
    title: "Backend Developer",
    description: someDescription,
    salaryMin: 60_000,
    salaryMax: 80_000,
    salaryCurrency: "EUR",
    workplace: "hybrid",
    employment: "full-time",
    equalExperience: true,
    places: [{ city: "Berlin", country: "Germany" }],
  });

  /** How many calls failed, and how many postings and submissions came of them. */
  async function round(i: number, put: (externalId: string) => Promise<unknown>) {
    const externalId = `REQ-${i}`;
    const done = await Promise.allSettled(eight.map(() => put(externalId)));
    const [row] = await sql<{ postings: number; submitted: number }[]>`
      select count(distinct p.id)::int as postings, count(e.id)::int as submitted from postings p
      left join events e on e.posting_id = p.id and e.type = 'posting.submitted'
      where p.company_id = ${companyId} and p.external_id = ${externalId}`;
    return { ...row, failed: eight.length - fulfilled(done) };
  }
  const once = { postings: 1, submitted: 1, failed: 0 };

  it("is one posting, submitted once, and all are answered", async () => {
    for (let i = 0; i < rounds; i++) {
      const put = (externalId: string) => putPosting(owner, { companyId, externalId }, form);
      expect(await round(i, put)).toEqual(once);
    }
  });

  it("would not be by looking first", async () => {
    const naive = async (externalId: string) => {
      const [found] = await sql<{ id: string }[]>`
        select id from postings where company_id = ${companyId} and external_id = ${externalId}`;
      if (found) return;
      const { id } = await savePosting(owner, companyId, form);
      await sql`update postings set source = ${`api/${companyId}`}, external_id = ${externalId} where id = ${id}`;
    };
    let wrong = 0;
    for (let i = 0; i < rounds; i++)
      if (JSON.stringify(await round(i, naive)) !== JSON.stringify(once)) wrong++;
    expect(wrong).toBeGreaterThan(0);
  });
});

describe("eight workers at once", () => {
  async function round(advance: () => Promise<void>) {
    const { id } = await createPosting({ companyId, publishedAt: daysAgo(55), confirmedAt: daysAgo(15) });
    await Promise.all(eight.map(() => advance()));
    return [await countOf("posting.unconfirmed", id), await countOf("posting.ending", id)];
  }

  it("ask and remind once", async () => {
    for (let i = 0; i < rounds; i++) expect(await round(advancePostings)).toEqual([1, 1]);
  });

  it("would ask more than once without the lock", async () => {
    const naive = async () => {
      const due = await sql<{ id: string }[]>`
        select id from postings where asked_at is null and company_id = ${companyId} and state = 'published'`;
      await inTransaction(async (tx) => {
        for (const { id } of due) {
          await tx
            .update(postings)
            .set({ askedAt: tx.now, endToldAt: text`app_now()` })
            .where(eq(postings.id, id));
          for (const type of ["posting.unconfirmed", "posting.ending"] as const)
            await record(tx, { type, actorId: null, companyId, postingId: id });
        }
      });
    };
    let wrong = 0;
    for (let i = 0; i < rounds; i++) if ((await round(naive)).some((n) => n !== 1)) wrong++;
    expect(wrong).toBeGreaterThan(0);
  });
});
