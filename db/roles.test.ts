import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { unique } from "./factories";
import { migrate } from "./migrate";
import { grantToWeb } from "./roles";
import { testDatabase } from "./testing";

const { sql, url } = await testDatabase();
const member = unique("web").replaceAll("-", "_");
const password = "only-for-tests";
let web: postgres.Sql;

beforeAll(async () => {
  await sql`do $$ begin
    if not exists (select from pg_roles where rolname = 'backplane_web') then create role backplane_web; end if;
  end $$`;
  await migrate(url);
  // As an operator may: a role of their own that is a member of ours.
  await sql.unsafe(`create role ${member} login password '${password}' in role backplane_web`);
  const address = new URL(url);
  address.username = member;
  address.password = password;
  web = postgres(address.href, { max: 1, onnotice: () => {} });
});
afterAll(async () => {
  await web.end();
  await sql.unsafe(`drop owned by ${member}`);
  await sql.unsafe(`drop role ${member}`);
});

const refused = { code: "42501" };

describe("the web process's role", () => {
  it.each([
    "create table mine (id int)",
    "create temporary table mine (id int)",
    "create schema mine",
    "create function mine() returns int language sql as 'select 1'",
    "create extension hstore",
    "alter table users add column mine int",
    "drop table users",
    "truncate users",
    "create index mine on users (name)",
    "alter table events disable trigger all",
    "update events set type = 'user.signed_in'",
    "delete from events",
    "update decisions set at = now()",
    "delete from decisions",
    "update application_matches set application_id = application_id",
    "update clock set ahead = '1 day'",
    "select * from graphile_worker._private_jobs",
    "select graphile_worker.add_job('send-mail', '{}'::json)",
    "select * from drizzle.__drizzle_migrations",
    "create role mine",
    "copy users to program 'true'",
    "select pg_read_file('/etc/hostname')",
  ])("may not: %s", async (statement) => {
    await expect(web.unsafe(statement)).rejects.toMatchObject(refused);
  });

  it("may read and write the rows of each table that is not history", async () => {
    const tables = await sql<{ name: string; may: boolean }[]>`
      select c.relname as name, has_table_privilege('backplane_web', c.oid, 'select')
        and has_table_privilege('backplane_web', c.oid, 'insert') and has_table_privilege('backplane_web', c.oid, 'update')
        and has_table_privilege('backplane_web', c.oid, 'delete') as may
      from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'`;
    expect(tables.length).toBeGreaterThan(30);
    expect(tables.flatMap(({ name, may }) => (may ? [] : [name])).sort()).toEqual([
      "application_matches",
      "application_receipts",
      "clock",
      "decisions",
      "events",
    ]);
  });

  it("may put a job into the queue", async () => {
    await web`select enqueue_job('housekeeping', '{}'::json, 'from-web')`;
    expect(await sql`select 1 from graphile_worker._private_jobs where key = 'from-web'`).toHaveLength(1);
  });

  it("has the rows of a new table after the next migration, and no more", async () => {
    await sql`create table newcomer (id bigint generated always as identity, name text)`;
    await expect(web`select * from newcomer`).rejects.toMatchObject(refused);
    await grantToWeb(sql);
    await web`insert into newcomer (name) values ('one')`;
    expect(await web`select id, name from newcomer`).toEqual([{ id: "1", name: "one" }]);
    await expect(web`drop table newcomer`).rejects.toMatchObject(refused);
  });
});

it("nobody else may put jobs into the queue", async () => {
  const stranger = unique("stranger").replaceAll("-", "_");
  await sql.unsafe(`create role ${stranger}`);
  const [may] = await sql`
    select has_function_privilege(${stranger}, 'enqueue_job(text, json, text)', 'execute') as may`;
  expect(may).toEqual({ may: false });
  await sql.unsafe(`drop role ${stranger}`);
});
