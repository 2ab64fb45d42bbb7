import { once } from "node:events";
import postgres, { type Sql } from "postgres";
import { SMTPServer } from "smtp-server";
import { closeDatabase, inLongTransaction } from "@/db/client";
import { freePort } from "@/db/cluster/ports";
import { createPosting } from "@/db/factories";
import { runWorker, type TaskHandlers } from "@/lib/background/worker";
import { deliverMail, stopDelivering } from "@/lib/email/deliver";
import { sendAlerts } from "@/lib/notifications/alerts";
import { renumberLive } from "@/lib/saved/commands/live";
import { table } from "./measure";
import { randomFrom, zipf } from "./random";

const searches = 10_000;

/** Alerts: one new posting and 10,000 saved searches, of which hardly any finds it, then some and then all; and the mails that follow. */
export async function benchAlerts(url: string): Promise<void> {
  process.env.DATABASE_URL = url;
  const sql = postgres(url, { max: 1 });
  const mails = await startSink();
  process.env.SMTP_URL = mails.address;
  await inLongTransaction(renumberLive);
  const [company] = await sql<{ id: string }[]>`select id from companies order by id limit 1`;
  const skills = await sql<{ slug: string }[]>`select slug from skills order by id`;
  await saveSearches(sql, criteriaOf(skills.map(({ slug }) => slug)));
  const post = (title: string, names = skills.slice(0, 6)) =>
    createPosting({
      companyId: company?.id as string,
      title,
      workplace: "remote",
      hiringCountries: ["DE"],
      salary: { min: 150_000, max: 190_000, currency: "USD", period: "year" },
      skills: names.map(({ slug }) => ({ slug })),
    });
  const rows: string[][] = [];
  const look = async (what: string) => {
    const began = performance.now();
    await sendAlerts();
    const seconds = (performance.now() - began) / 1000;
    const [queued] = await sql<{ count: number }[]>`
      select count(*)::int as count from graphile_worker._private_jobs where key like 'mail:%'`;
    rows.push([what, String(queued?.count), seconds.toFixed(2)]);
  };
  await look("nothing new");
  await post("Backend developer, flight school", skills.slice(-1));
  await look("one new posting of a rare skill");
  await post("Backend developer, robot satellite");
  await look("one new posting of common skills");
  await sql`delete from graphile_worker._private_jobs`;
  await sql`update saved_searches set criteria = 'employment=full-time'`;
  await post("Backend developer, forest river");
  await look("one new posting that all find");
  table([`${searches.toLocaleString("en")} searches`, "mails queued", "seconds"], rows);
  const began = performance.now();
  const stop = new AbortController();
  const isDone = mails.reach(searches, () => stop.abort());
  await Promise.all([
    runWorker({
      databaseUrl: url,
      signal: stop.signal,
      log: () => {},
      handlers: { "send-mail": deliverMail } as TaskHandlers,
    }),
    isDone,
  ]);
  const seconds = (performance.now() - began) / 1000;
  console.log(
    `${searches.toLocaleString("en")} mails delivered in ${seconds.toFixed(0)} s, ${((1000 * seconds) / searches).toFixed(1)} ms each.\n`,
  );
  stopDelivering();
  await mails.stop();
  await sql.end();
  await closeDatabase();
}

/** Of the kinds that people save: skills, a place or a workplace, pay, a company, words. */
function criteriaOf(skills: string[]): string[] {
  const random = randomFrom(7);
  const skillAt = zipf(skills.length, random);
  const skill = () => `skill=${skills[skillAt()]}`;
  const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)] as T;
  const country = () => `country=${pick(["DE", "US", "GB", "FR", "NL", "IN", "PL", "ES"])}`;
  const kinds = [
    () => `${skill()}&${skill()}`,
    () => `${skill()}&workplace=remote`,
    () => `${skill()}&${country()}`,
    () => `${skill()}&salary=${50_000 + 1_000 * Math.floor(random() * 150)}&currency=${pick(["USD", "EUR"])}`,
    () => `company=company-${Math.floor(random() * 250)}`,
    () => `near=${pick(["berlin", "london", "paris"])}&${skill()}`,
    () => `q=${pick(["robot", "harbour", "satellite payments", "forest"])}&${skill()}`,
  ];
  return Array.from({ length: searches }, () => pick(kinds)());
}

async function saveSearches(sql: Sql, criteria: string[]) {
  await sql`
    with given as (select criteria, at from unnest(${criteria}::text[]) with ordinality as g (criteria, at)),
      people as (insert into users (id, email)
        select gen_random_uuid(), 'reader-' || at || '@example.com' from given returning id, email)
    insert into saved_searches (user_id, name, criteria, frequency, mark, seen, next_at, created_at)
    select p.id, 'Saved', g.criteria, 'at-once', m.mark, m.mark, now(), now()
    from given g join people p on p.email = 'reader-' || g.at || '@example.com'
      cross join (select coalesce(max(number), 0) as mark from live_postings) m`;
  await sql`analyze saved_searches`;
}

/** A mail server that takes what comes; `reach` calls back when so many have. */
async function startSink() {
  let count = 0;
  let notify = () => {};
  const port = await freePort(0);
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    onData(stream, _, done) {
      stream.resume();
      stream.on("end", () => {
        done();
        count++;
        notify();
      });
    },
  });
  server.on("error", () => {});
  server.listen(port, "localhost");
  await once(server.server, "listening");
  return {
    address: `smtp://localhost:${port}`,
    reach: (wanted: number, then: () => void) =>
      new Promise<void>((resolve) => {
        notify = () => {
          if (count < wanted) return;
          then();
          resolve();
        };
      }),
    stop: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}
