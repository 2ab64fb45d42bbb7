import type { Metadata } from "next";
import { formatDay } from "@/app/_parts/dates";
import { Button } from "@/app/_ui/button";
import { Pagination } from "@/app/_ui/pagination";
import { StatusMark } from "@/app/_ui/status-mark";
import { Table } from "@/app/_ui/table";
import { TextField } from "@/app/_ui/text-field";
import { listUsers } from "@/lib/auth/admin/queries";
import { requireAdmin } from "@/lib/auth/session";
import { DeskHeader } from "../_parts/desk-header";

export const metadata: Metadata = { title: "Accounts" };

export default async function UsersPage({ searchParams }: PageProps<"/admin/users">) {
  const admin = await requireAdmin("/admin/users");
  const asked = await searchParams;
  const word = (value: unknown) =>
    typeof value === "string" ? value.trim().toLowerCase().slice(0, 254) : "";
  const [q, after] = [word(asked.q), word(asked.after)];
  const { users, next } = await listUsers(admin, { q: q || undefined, after: after || undefined });
  const to = (more: Record<string, string>) =>
    `/admin/users?${new URLSearchParams({ ...(q && { q }), ...more })}`;
  return (
    <>
      <DeskHeader
        current="/admin/users"
        lead={
          q
            ? "Accounts whose address begins with these letters."
            : "The admins, and accounts that are suspended. Search for any other."
        }
      />
      <form action="/admin/users" className="mb-6 flex flex-wrap items-end gap-x-6 gap-y-3">
        <TextField name="q" label="E-mail address begins with" defaultValue={q} autoComplete="off" />
        <Button type="submit">Search</Button>
      </form>
      <Table
        caption="Accounts"
        rows={users}
        rowKey={({ id }) => id}
        empty="No account was found."
        columns={[
          {
            key: "email",
            head: "Address",
            cell: ({ id, email }) => (
              <a className="link break-all" href={`/admin/users/${id}`}>
                {email}
              </a>
            ),
          },
          { key: "name", head: "Name", wide: true, cell: ({ name }) => name },
          {
            key: "standing",
            head: "Standing",
            cell: ({ isAdmin, suspendedAt }) =>
              suspendedAt ? (
                <StatusMark tone="bad">Suspended</StatusMark>
              ) : (
                isAdmin && <StatusMark tone="good">Admin</StatusMark>
              ),
          },
          { key: "since", head: "Since", wide: true, cell: ({ createdAt }) => formatDay(createdAt) },
        ]}
      />
      <div className="mt-6">
        <Pagination
          shown={users.length}
          unit="accounts"
          nextHref={next ? to({ after: next }) : undefined}
          firstHref={after ? to({}) : undefined}
        />
      </div>
    </>
  );
}
