import { and, eq, sql as text } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { inTransaction, type Transaction } from "@/db/client";
import { addMember, createApplication, createCompany, createPosting, createUser } from "@/db/factories";
import { applications } from "@/db/schema/applications";
import { testDatabase } from "@/db/testing";
import type { Actor } from "@/lib/auth/input";
import { daysAfter } from "@/lib/days";
import { record } from "@/lib/events/commands";
import { present } from "@/lib/present";
import { refuseStep, refuseToWithdraw } from "../rules";
import { submitApplication } from "./apply";
import { advanceApplications } from "./clocks";
import { moveApplication } from "./move";
import { withdrawApplication } from "./withdraw";
import { firstAnswer, type Locked, lockColumns, writeMoves } from "./write";

/*
 * Fifty rounds of eight at once, each beside a naive control that does the same without a lock and must fail: else the round proves nothing.
 */

const rounds = 50;
const eight = Array.from({ length: 8 }, (_, i) => i);

const { sql } = await testDatabase();
const [owner, recruiter] = [await createUser(), await createUser()];
let companyId: string;
let postingId: string;
let candidate: Actor;
beforeEach(async () => {
  await sql`truncate companies cascade`;
  companyId = (await createCompany({ owner })).id;
  await addMember(companyId, recruiter, "recruiter");
  postingId = (await createPosting({ companyId })).id;
  candidate = await createUser();
});

const fulfilled = (done: PromiseSettledResult<unknown>[]) =>
  done.filter(({ status }) => status === "fulfilled").length;
const countOf = async (type: string, id: string) =>
  (
    await sql<{ n: number }[]>`
      select count(*)::int as n from events where type = ${type} and application_id = ${id}`
  )[0]?.n ?? 0;
const movesOf = async (id: string) =>
  (
    await sql<{ n: number }[]>`
      select count(*)::int as n from application_moves where application_id = ${id} and from_state is not null`
  )[0]?.n ?? 0;
async function wrongRounds(round: () => Promise<boolean>) {
  let wrong = 0;
  for (let i = 0; i < rounds; i++) if (!(await round())) wrong++;
  return wrong;
}
const apply = async (replyInDays = 10, of = candidate) => {
  const replyBy = daysAfter(new Date(), replyInDays);
  const { id } = await createApplication({
    postingId,
    companyId,
    candidate: of,
    submittedAt: daysAfter(replyBy, -14),
    replyBy,
  });
  return id;
};
/** What a command reads before it decides, without the lock. */
const read = async (tx: Transaction, id: string): Promise<Locked> =>
  present((await tx.select(lockColumns).from(applications).where(eq(applications.id, id)))[0]);

describe("eight applications of one candidate to one posting", () => {
  async function round(send: (postingId: string, of: Actor) => Promise<{ id: string }>) {
    const of = await createUser();
    const done = await Promise.allSettled(eight.map(() => send(postingId, of)));
    const ids = done.flatMap((one) => (one.status === "fulfilled" ? one.value.id : []));
    const [row] = await sql<{ sent: number }[]>`
      select count(*)::int as sent from events where type = 'application.submitted' and actor_id = ${of.userId}`;
    return new Set(ids).size === 1 && row?.sent === 1;
  }

  it("are one", async () => {
    expect(
      await wrongRounds(() =>
        round((postingId, of) => submitApplication(of, { postingId, name: "Kim", coverNote: "" })),
      ),
    ).toBe(0);
  });

  it("would be more without the constraint", async () => {
    await sql`alter table applications drop constraint applications_once`;
    const naive = async (postingId: string, of: Actor) => {
      const [before] =
        await sql`select 1 from applications where posting_id = ${postingId} and candidate_id = ${of.userId}`;
      if (before) throw new Error("Applied already.");
      return submitApplication(of, { postingId, name: "Kim", coverNote: "" });
    };
    expect(await wrongRounds(() => round(naive))).toBeGreaterThan(0);
    await sql`truncate applications cascade`;
    await sql`alter table applications add constraint applications_once unique (posting_id, candidate_id)`;
  });
});

describe("two members who move one application from one state", () => {
  async function round(move: (actor: Actor, id: string, to: "screening" | "interview") => Promise<unknown>) {
    const id = await apply(10, await createUser());
    const done = await Promise.allSettled(
      eight.map((i) => move(i % 2 ? owner : recruiter, id, i % 2 ? "screening" : "interview")),
    );
    return (
      fulfilled(done) === 1 && (await movesOf(id)) === 1 && (await countOf("application.moved", id)) === 1
    );
  }

  it("have one winner, and the others are told", async () => {
    expect(
      await wrongRounds(() =>
        round((actor, id, to) => moveApplication(actor, { id, from: "submitted", to, message: "Come in." })),
      ),
    ).toBe(0);
  });

  it("would overwrite each other without the lock", async () => {
    await sql`alter table applications disable trigger applications_move`;
    const naive = (actor: Actor, id: string, to: "screening" | "interview") =>
      inTransaction(async (tx) => {
        const application = await read(tx, id);
        refuseStep(application, { from: "submitted", to });
        await writeMoves(tx, [application], {
          to,
          event: "application.moved",
          actorId: actor.userId,
          message: "Come in.",
          columns: { answeredAt: firstAnswer(tx.now) },
        });
      });
    expect(await wrongRounds(() => round(naive))).toBeGreaterThan(0);
    await sql`alter table applications enable trigger applications_move`;
  });
});

describe("a withdrawal against a move", () => {
  type Act = (id: string, of: Actor) => Promise<unknown>;
  async function round(act: { withdraw: Act; move: Act }) {
    const of = await createUser();
    const id = await apply(10, of);
    await Promise.allSettled(eight.map((i) => (i % 2 ? act.withdraw(id, of) : act.move(id, of))));
    const [row] = await sql<{ state: string }[]>`select state from applications where id = ${id}`;
    const history = await sql<{ from: string; to: string }[]>`
      select from_state as from, to_state as to from application_moves
      where application_id = ${id} and from_state is not null order by id`;
    // Each step begins where the one before ended, and the last one is where it stands.
    const isChain = history.every(({ from }, i) => from === (i === 0 ? "submitted" : history[i - 1]?.to));
    return isChain && history.at(-1)?.to === row?.state && row?.state === "withdrawn";
  }

  it("leaves a history in which each step follows the one before", async () => {
    expect(
      await wrongRounds(() =>
        round({
          withdraw: (id, of) => withdrawApplication(of, { id, reason: "" }),
          move: (id) => moveApplication(owner, { id, from: "submitted", to: "screening", message: "" }),
        }),
      ),
    ).toBe(0);
  });

  it("would not without the lock", async () => {
    await sql`alter table applications disable trigger applications_move`;
    const naive = (to: "withdrawn" | "screening") => (id: string) =>
      inTransaction(async (tx) => {
        const application = await read(tx, id);
        if (to === "withdrawn") refuseToWithdraw(application);
        else refuseStep(application, { from: "submitted", to });
        await writeMoves(tx, [application], {
          to,
          event: to === "withdrawn" ? "application.withdrawn" : "application.moved",
          actorId: owner.userId,
          message: "",
          columns: to === "withdrawn" ? { withdrawnAt: tx.now } : { withdrawnAt: null },
        });
      });
    expect(
      await wrongRounds(() => round({ withdraw: naive("withdrawn"), move: naive("screening") })),
    ).toBeGreaterThan(0);
    await sql`alter table applications enable trigger applications_move`;
  });
});

describe("the lapse of a promise against the answer", () => {
  async function round(advance: () => Promise<unknown>) {
    const id = await apply(-0.001, await createUser());
    await Promise.allSettled(
      eight.map((i) =>
        i % 2 ? advance() : moveApplication(owner, { id, from: "submitted", to: "screening", message: "" }),
      ),
    );
    await advance();
    const [row] = await sql<{ lapsed: boolean; answered: boolean }[]>`
      select lapsed_at is not null as lapsed, answered_at is not null as answered from applications where id = ${id}`;
    const told = await countOf("application.lapsed", id);
    return row?.answered === true && told === Number(row.lapsed);
  }

  it("is told once, or not at all where the answer was first", async () => {
    expect(await wrongRounds(() => round(advanceApplications))).toBe(0);
  });

  it("would be told more than once without the locks", async () => {
    const naive = async () => {
      const due = await sql<{ id: string }[]>`
        select id from applications where answered_at is null and lapsed_at is null and reply_by <= now() and company_id = ${companyId}`;
      await inTransaction(async (tx) => {
        for (const { id } of due) {
          await tx
            .update(applications)
            .set({ lapsedAt: text`app_now()` })
            .where(and(eq(applications.id, id)));
          await record(tx, {
            type: "application.lapsed",
            actorId: null,
            companyId,
            postingId,
            applicationId: id,
          });
        }
      });
    };
    expect(await wrongRounds(() => round(naive))).toBeGreaterThan(0);
  });
});
