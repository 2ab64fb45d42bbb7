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

/** Whether the company has an owner besides the user, one whose account will not be deleted. */
export const hasOtherOwner = (user: User, company: Company): SQL<boolean> => sql<boolean>`exists (
  select 1 from members m join users u on u.id = m.user_id
  where m.company_id = ${sql`${company}`} and m.role = 'owner' and m.user_id <> ${idOf(user)} and u.deletion_at is null)`;

/** The role of the user in the company, or null. */
export const roleOf = (user: User, company: Company) =>
  sql<MemberRole | null>`(select m.role ${among(company)} and m.user_id = ${idOf(user)})`;

/** Whether the company has members, who look after its postings themselves. */
export const isClaimed = (company: Company): SQL<boolean> =>
  sql<boolean>`exists (select 1 ${among(company)})`;

/** How many members the company has. */
export const countMembers = (company: Company): SQL<number> =>
  sql<number>`(select count(*)::int ${among(company)})`;

/** The ids of the company's members, as a list in SQL. */
export const memberIdsOf = (company: Company): SQL => sql`(select m.user_id ${among(company)})`;

/** The domains of the addresses of the company's members, at most 50. */
export const memberDomainsOf = (company: Company): SQL<string[]> => sql<string[]>`array(
  select distinct split_part(u.email, '@', 2) from members m join users u on u.id = m.user_id
  where m.company_id = ${sql`${company}`} limit 50)`;

/** The ids of the user's companies, as a list in SQL. */
export const companyIdsOf = (user: User): SQL =>
  sql`(select m.company_id from members m where m.user_id = ${idOf(user)})`;

/** The id of the company with this slug, if it is one of the user's, as one value in SQL: what a list of one company can be read in order by. */
export const companyIdOf = (user: User, slug: string): SQL =>
  sql`(select c.id from companies c join members m on m.company_id = c.id where c.slug = ${slug} and m.user_id = ${idOf(user)})`;

/** Whether the user is a member of the company of a posting: asked once for a whole list of what belongs to that. */
export const isMemberFor = (user: User, postingId: string): SQL<boolean> =>
  sql<boolean>`exists (select 1 from postings p where p.id = ${postingId}::uuid and ${isMember(user, sql`p.company_id`)})`;

/** Whether the user is a member of any company. */
export const isMemberAnywhere = (user: User): SQL<boolean> =>
  sql<boolean>`exists (select 1 from members m where m.user_id = ${idOf(user)})`;
