import { type Column, type SQL, sql } from "drizzle-orm";
import type { MemberRole } from "@/lib/companies/lists";

/*
 * Who belongs to which company, as conditions for any query: the one place that reads the table `members` in SQL text. It is beside the tables
 * because rooms use it that may not import `companies`. A company is given as a column or as SQL; each is put into SQL of its own, since
 * Drizzle leaves out the tables of columns that stand directly in a selected template.
 */

type Company = SQL | Column;
type User = { userId: string | Column };

const idOf = ({ userId }: User) => (typeof userId === "string" ? sql`${userId}::uuid` : sql`${userId}`);

const among = (company: Company) => sql`from members m where m.company_id = ${sql`${company}`}`;

/** Whether the user is a member of the company, in any role. */
export const isMember = (user: User, company: Company): SQL<boolean> =>
  sql<boolean>`exists (select 1 ${among(company)} and m.user_id = ${idOf(user)})`;

/** Whether the user may write postings of the company, move its applicants and look for candidates: its owners and recruiters. */
export const mayWrite = (user: User, company: Company): SQL<boolean> =>
  sql<boolean>`exists (select 1 ${among(company)} and m.user_id = ${idOf(user)} and m.role in ('owner', 'recruiter'))`;

/** Whether the user is an owner of the company. */
export const isOwner = (user: User, company: Company): SQL<boolean> =>
  sql<boolean>`exists (select 1 ${among(company)} and m.user_id = ${idOf(user)} and m.role = 'owner')`;

/** The role of the user in the company, or null. */
export const roleOf = (user: User, company: Company) =>
  sql<MemberRole | null>`(select m.role ${among(company)} and m.user_id = ${idOf(user)})`;

/** Whether the company has members, who look after its postings themselves. */
export const isClaimed = (company: Company): SQL<boolean> =>
  sql<boolean>`exists (select 1 ${among(company)})`;

/** The ids of the company's members, as a list in SQL. */
export const memberIdsOf = (company: Company): SQL => sql`(select m.user_id ${among(company)})`;

/** The ids of the user's companies, as a list in SQL. */
export const companyIdsOf = (user: User): SQL =>
  sql`(select m.company_id from members m where m.user_id = ${idOf(user)})`;

/** Whether the user is a member of any company. */
export const isMemberAnywhere = (user: User): SQL<boolean> =>
  sql<boolean>`exists (select 1 from members m where m.user_id = ${idOf(user)})`;
