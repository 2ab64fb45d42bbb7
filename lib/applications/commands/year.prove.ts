import { expect, it } from "vitest";
import { inTransaction } from "@/db/client";
import { addMember, createCompany, createPosting, createUser } from "@/db/factories";
import { applicationMoves, applications } from "@/db/schema/applications";
import { type Chance, chance } from "@/db/seed/random";
import { moveClock, testDatabase } from "@/db/testing";
import type { Actor } from "@/lib/auth/input";
import { dayMs, daysAfter } from "@/lib/days";
import { record } from "@/lib/events/commands";
import { answerInterview } from "@/lib/interviews/commands/answer";
import { proposeInterview } from "@/lib/interviews/commands/propose";
import { remindOfInterviews } from "@/lib/interviews/commands/remind";
import { listInterviews } from "@/lib/interviews/queries";
import { sendBundles } from "@/lib/notifications/bundles";
import { deliverEvent } from "@/lib/notifications/deliver";
import { present } from "@/lib/present";
import { advanceApplications } from "./clocks";
import { moveApplication } from "./move";
import { restoreApplication, withdrawApplication } from "./withdraw";

/*
 * A year of one company on the database's clock: 200 postings, 20,000 applications. The worker looks each hour, two at once, and stands still for
 * some spans. What people do is planned beforehand; the model says from the plan alone which reminders, lapses and mails there have to be.
 */

const hourMs = dayMs / 24;
const yearHours = 365 * 24;
/** What is still open at the end of the year runs out in these hours more. */
const restHours = 40 * 24;
const began = Date.UTC(2030, 0, 1);
const totals = { postings: 200, applications: 20_000, candidates: 2_000 };
const instantOf = (hour: number) => began + hour * hourMs;

/** What happens to one application, in hours since the year began; Infinity for never. */
type Plan = {
  posting: number;
  candidate: number;
  replyDays: number;
  /** Between two looks of the worker, so that no boundary is at the moment of one. */
  submittedAt: number;
  arrives: number;
  answered: number;
  withdrawn: number;
  isRestored: boolean;
  interview: { proposed: number; startsAt: number } | null;
};

function planOf(random: Chance, at: number, replyDays: readonly number[]): Plan {
  // Each candidate applies ten times, each time to another tenth of the postings.
  const tenth = ((at % totals.candidates) + Math.floor(at / totals.candidates)) % 10;
  const posting = tenth * (totals.postings / 10) + random.between(0, totals.postings / 10 - 1);
  const promised = present(replyDays[posting]);
  const hour = random.between(0, yearHours - 1);
  const arrives = hour + 1;
  const later = (most: number) => arrives + random.between(0, Math.ceil(most));
  const answered = random.often(0.7) ? later(promised * 24 * 1.3) : Number.POSITIVE_INFINITY;
  const withdrawn = random.often(0.15) ? later(promised * 24 * 1.5) : Number.POSITIVE_INFINITY;
  const isRestored = random.often(0.3);
  const stays = withdrawn === Number.POSITIVE_INFINITY || isRestored;
  const proposed = answered + random.between(1, 48);
  return {
    posting,
    candidate: at % totals.candidates,
    replyDays: promised,
    submittedAt: instantOf(hour) + random.between(20, 40) * 60_000,
    arrives,
    answered,
    withdrawn,
    isRestored,
    interview:
      stays && Number.isFinite(answered) && random.often(0.15)
        ? { proposed, startsAt: instantOf(proposed + random.between(0, 120)) + hourMs / 2 }
        : null,
  };
}

/** Whether the worker looks in an hour: about once in a month it stands still for up to four days. */
function looksOf(random: Chance): boolean[] {
  const looks = Array.from({ length: yearHours + restHours }, () => true);
  for (let month = 0; month < 12; month++) {
    const from = month * 730 + random.between(0, 600);
    looks.fill(false, from, from + random.between(2, 96));
  }
  return looks;
}

type Count = Map<string, number>;
const add = (count: Count, key: string, by = 1) => count.set(key, (count.get(key) ?? 0) + by);
const sorted = (count: Count) => Object.fromEntries([...count].sort(([a], [b]) => (a < b ? -1 : 1)));

/** How often each type of event has to be recorded, and how many readers are told of each type. */
function modelOf(plans: readonly Plan[], looks: readonly boolean[]) {
  const events: Count = new Map();
  const told: Count = new Map();
  const bundles = { due: new Set<number>(), overdue: new Set<number>() };
  const firstLook = (from: number, before = Number.POSITIVE_INFINITY) => {
    for (let hour = Math.max(0, Math.ceil((from - began) / hourMs)); instantOf(hour) < before; hour++) {
      if (hour >= looks.length) return null;
      if (looks[hour]) return hour;
    }
    return null;
  };
  const members = 2;
  const happens = (type: string, readers: number) => {
    add(events, type);
    if (readers > 0) add(told, type, readers);
  };
  for (const plan of plans) {
    const dueAt = plan.submittedAt + plan.replyDays * dayMs;
    const isWithdrawn = Number.isFinite(plan.withdrawn) && !plan.isRestored;
    const isAnswered = Number.isFinite(plan.answered) && !(isWithdrawn && plan.withdrawn <= plan.answered);
    /** From this hour on nothing is owed any more: people act before the worker looks. */
    const settled = Math.min(
      isAnswered ? plan.answered : Number.POSITIVE_INFINITY,
      isWithdrawn ? plan.withdrawn : Number.POSITIVE_INFINITY,
    );
    happens("application.submitted", 1 + members);
    for (const days of [3, 1]) {
      const look = plan.replyDays > days ? firstLook(dueAt - days * dayMs, dueAt) : null;
      if (look !== null && look < settled) bundles.due.add(look);
    }
    const lapse = firstLook(dueAt);
    if (lapse !== null && lapse < settled) {
      happens("application.lapsed", 1);
      bundles.overdue.add(lapse);
    }
    if (isAnswered) happens("application.moved", 1);
    if (Number.isFinite(plan.withdrawn)) {
      happens("application.withdrawn", 0);
      if (plan.isRestored) happens("application.restored", 0);
      else happens("application.withdrawal_final", members);
    }
    if (plan.interview) {
      const { proposed, startsAt } = plan.interview;
      happens("interview.proposed", 1);
      happens("interview.accepted", 1 + members);
      for (const lead of [dayMs, hourMs]) {
        const isEarly = instantOf(proposed) <= startsAt - lead;
        if (isEarly && firstLook(startsAt - lead, startsAt) !== null) happens("interview.soon", 1 + members);
      }
    }
  }
  for (const [type, hours] of [
    ["company.answers_due", bundles.due],
    ["company.answers_overdue", bundles.overdue],
  ] as const) {
    add(events, type, hours.size);
    add(told, type, hours.size * members);
  }
  return { events: sorted(events), told: sorted(told) };
}

const { sql } = await testDatabase();

it("a year of a company has each reminder, lapse and mail exactly once", async () => {
  const random = chance("a year");
  const replyDays = Array.from({ length: totals.postings }, () => random.pick([1, 2, 3, 5, 7, 10, 14, 21]));
  const plans = Array.from({ length: totals.applications }, (_, at) => planOf(random, at, replyDays));
  const looks = looksOf(random);
  const model = modelOf(plans, looks);

  const [owner, recruiter, reviewer] = [await createUser(), await createUser(), await createUser()];
  const { id: companyId } = await createCompany({ owner });
  await addMember(companyId, recruiter, "recruiter");
  await addMember(companyId, reviewer, "reviewer");
  const postings: string[] = [];
  for (const days of replyDays) postings.push((await createPosting({ companyId, replyDays: days })).id);
  const candidates: Actor[] = [];
  for (let i = 0; i < totals.candidates; i++) candidates.push(await createUser());

  const ids = new Map<Plan, string>();
  const idOf = (plan: Plan) => present(ids.get(plan));
  const candidateOf = ({ candidate }: Plan) => present(candidates[candidate]);
  const deeds = new Map<number, (() => Promise<unknown>)[]>();
  const at = (hour: number, deed: () => Promise<unknown>) => {
    if (Number.isFinite(hour)) deeds.set(hour, [...(deeds.get(hour) ?? []), deed]);
  };
  const arriving = new Map<number, Plan[]>();
  for (const plan of plans) arriving.set(plan.arrives, [...(arriving.get(plan.arrives) ?? []), plan]);
  for (const [hour, arrived] of arriving)
    at(hour, async () => {
      const written = await arrive(arrived);
      for (const [i, id] of written.entries()) ids.set(present(arrived[i]), id);
    });
  for (const plan of plans) {
    const isGone = Number.isFinite(plan.withdrawn) && !plan.isRestored && plan.withdrawn <= plan.answered;
    if (Number.isFinite(plan.withdrawn))
      at(plan.withdrawn, async () => {
        await withdrawApplication(candidateOf(plan), { id: idOf(plan), reason: "" });
        if (plan.isRestored) await restoreApplication(candidateOf(plan), { id: idOf(plan) });
      });
    if (!isGone)
      at(plan.answered, () =>
        moveApplication(random.pick([owner, recruiter]), {
          id: idOf(plan),
          from: "submitted",
          to: "screening",
          message: "",
        }),
      );
    if (plan.interview && !isGone) {
      const { proposed, startsAt } = plan.interview;
      at(proposed, () => interview(plan, startsAt));
    }
  }

  /** Applications as the form writes them, several in one transaction. */
  const arrive = (arrived: readonly Plan[]) =>
    inTransaction(async (tx) => {
      const rows = await tx
        .insert(applications)
        .values(
          arrived.map((plan) => ({
            postingId: present(postings[plan.posting]),
            companyId,
            candidateId: candidateOf(plan).userId,
            state: "submitted" as const,
            name: candidateOf(plan).name ?? "Sam Example",
            email: candidateOf(plan).email,
            coverNote: "",
            profile: {
              headline: "",
              skills: [],
              responsibilities: [],
              no: { skills: [], responsibilities: [] },
            },
            submittedAt: new Date(plan.submittedAt),
            replyBy: daysAfter(new Date(plan.submittedAt), plan.replyDays),
            updatedAt: new Date(plan.submittedAt),
            seenAt: new Date(plan.submittedAt),
          })),
        )
        .returning({ id: applications.id });
      await tx.insert(applicationMoves).values(
        rows.map(({ id }, i) => ({
          applicationId: id,
          toState: "submitted" as const,
          at: new Date(present(arrived[i]).submittedAt),
        })),
      );
      await record(
        tx,
        ...rows.map(({ id }, i) => ({
          type: "application.submitted" as const,
          actorId: candidateOf(present(arrived[i])).userId,
          companyId,
          postingId: present(postings[present(arrived[i]).posting]),
          applicationId: id,
        })),
      );
      return rows.map(({ id }) => id);
    });

  async function interview(plan: Plan, startsAt: number) {
    await proposeInterview(owner, {
      applicationId: idOf(plan),
      times: [new Date(startsAt)],
      zone: "UTC",
      minutes: 45,
      place: "",
      link: "https://meet.example.com/one",
      words: "",
    });
    const [proposed] = await listInterviews(candidateOf(plan), idOf(plan));
    await answerInterview(candidateOf(plan), {
      id: present(proposed).id,
      sequence: 0,
      answer: "accept",
      time: new Date(startsAt).toISOString(),
      times: [],
      zone: "UTC",
      words: "",
    });
  }

  /** By its key, how often each mail was put into the queue. */
  const mails: Count = new Map();
  let inBundles = 0;
  const jobsOf = (task: string) => sql<{ id: string; payload: { eventId: number } }[]>`
    select j.id, j.payload from graphile_worker._private_jobs j
    join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = ${task} order by j.id`;

  /** What the worker does with what is queued: now and then it ends before it could say that it is done, and does it again. */
  async function deliver() {
    const jobs = await jobsOf("deliver-event");
    if (jobs.length === 0) return;
    for (let from = 0; from < jobs.length; from += 8)
      await Promise.all(jobs.slice(from, from + 8).map(({ payload }) => deliverEvent(payload)));
    for (const { payload } of jobs) if (random.often(0.05)) await deliverEvent(payload);
  }

  async function collect() {
    const rows = await sql<{ key: string; subject: string }[]>`
      with gone as (delete from graphile_worker._private_jobs returning task_id, payload)
      select payload ->> 'key' as key, payload ->> 'subject' as subject from gone
      join graphile_worker._private_tasks t on t.id = gone.task_id where t.identifier = 'send-mail'`;
    for (const { key, subject } of rows) {
      add(mails, key);
      if (key.startsWith("bundle-")) inBundles += Number.parseInt(subject, 10);
    }
  }

  for (let hour = 0; hour < looks.length; hour++) {
    const todo = deeds.get(hour) ?? [];
    if (todo.length === 0 && !looks[hour]) continue;
    await moveClock(sql, `${instantOf(hour) - Date.now()} milliseconds`);
    for (const deed of todo) await deed();
    if (!looks[hour]) continue;
    await Promise.all([
      advanceApplications(),
      advanceApplications(),
      remindOfInterviews(),
      remindOfInterviews(),
    ]);
    await deliver();
    await sendBundles();
    await collect();
  }
  await moveClock(sql, `${instantOf(looks.length) - Date.now()} milliseconds`);
  await sendBundles();
  await collect();

  const counted = await sql<{ type: string; n: number }[]>`
    select type, count(*)::int as n from events where company_id = ${companyId} group by type order by type`;
  const recorded = new Map(counted.map(({ type, n }) => [type, n]));
  const told = await sql<{ type: string; n: number }[]>`
    select e.type, count(*)::int as n from notifications n join events e on e.id = n.event_id
    where e.company_id = ${companyId} group by e.type order by e.type`;
  const toldTotal = told.reduce((sum, { n }) => sum + n, 0);
  const single = [...mails.keys()].filter((key) => key.startsWith("event-")).length;
  console.log(
    `${mails.size} mails, ${single} of one event and the others with ${inBundles} of them together`,
    sorted(recorded),
  );
  const planned = Object.keys(model.events);
  expect(sorted(new Map([...recorded].filter(([type]) => planned.includes(type))))).toEqual(model.events);
  expect(Object.fromEntries(told.map(({ type, n }) => [type, n]))).toEqual(model.told);
  expect([...mails].filter(([, times]) => times !== 1)).toEqual([]);
  expect(single + inBundles).toBe(toldTotal);
}, 3_600_000);
