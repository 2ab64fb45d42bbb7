import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ButtonForm } from "@/app/_parts/button-form";
import { formatDay } from "@/app/_parts/dates";
import { idFrom } from "@/app/_parts/id";
import { DataItem, DataList } from "@/app/_ui/data-list";
import { Notice } from "@/app/_ui/notice";
import { PageHeader } from "@/app/_ui/page-header";
import { DeskPage } from "@/app/_ui/queue";
import { Section } from "@/app/_ui/section";
import { findUser } from "@/lib/auth/admin/queries";
import { requireAdmin } from "@/lib/auth/session";
import { counted } from "@/lib/plural";
import { DoneNotice } from "../../_parts/done";
import { OneFieldForm } from "../../_parts/one-field-form";
import { grantAdminToAction, revokeAdminAction, suspendUserAction, unsuspendUserAction } from "../../actions";

export const metadata: Metadata = { title: "Account" };

export default async function UserPage({ params, searchParams }: PageProps<"/admin/users/[id]">) {
  const id = idFrom((await params).id);
  const admin = await requireAdmin(`/admin/users/${id}`);
  const [user, { done }] = await Promise.all([findUser(admin, id), searchParams]);
  if (!user) notFound();
  const isSelf = id === admin.userId;
  return (
    <>
      <PageHeader
        title={user.email}
        crumbs={[
          { href: "/admin", label: "Review" },
          { href: "/admin/users", label: "Accounts" },
        ]}
        lead={user.name}
      />
      <DoneNotice asked={done} />
      <DeskPage
        decision={
          isSelf ? (
            <Notice title="This is your own account. Another admin decides about it." />
          ) : (
            <div className="grid gap-8">
              {user.suspendedAt ? (
                <div className="grid gap-4">
                  <Notice tone="warning" title={`Suspended on ${formatDay(user.suspendedAt)}`}>
                    {user.suspendReason}
                  </Notice>
                  <ButtonForm action={unsuspendUserAction} values={{ id }} size="md" waiting="Saving…">
                    Lift the suspension
                  </ButtonForm>
                </div>
              ) : (
                <OneFieldForm
                  action={suspendUserAction}
                  name="suspend"
                  title="Suspend this account"
                  isOpen
                  values={{ id }}
                  field={{
                    name: "reason",
                    label: "Reason",
                    hint: "All of its sessions end at once, and nobody can sign in with it. Its owner reads this reason.",
                    rows: 4,
                  }}
                  button="Suspend the account"
                  waiting="Suspending…"
                />
              )}
              <Section title="Admin">
                <p className="mb-3 text-ink-2">
                  {user.isAdmin
                    ? "This person reviews postings and decides about companies and accounts."
                    : "An admin reviews postings and decides about companies and accounts."}{" "}
                  You may have to sign in again for this.
                </p>
                <ButtonForm
                  action={user.isAdmin ? revokeAdminAction : grantAdminToAction}
                  values={{ id }}
                  size="md"
                  waiting="Saving…"
                >
                  {user.isAdmin ? "Take the role of an admin" : "Make this person an admin"}
                </ButtonForm>
              </Section>
            </div>
          )
        }
      >
        <Section title="Facts">
          <DataList>
            <DataItem label="Role">{user.isAdmin ? "Admin" : undefined}</DataItem>
            <DataItem label="Here since">{formatDay(user.createdAt)}</DataItem>
            <DataItem label="Last here">{user.visitedAt ? formatDay(user.visitedAt) : undefined}</DataItem>
            <DataItem label="Signed in">{counted(user.sessions, "session")}</DataItem>
            <DataItem label="Reports">
              {user.reports.upheld} upheld, {user.reports.dismissed} dismissed
            </DataItem>
            {user.deletionAt && <DataItem label="To be deleted">{formatDay(user.deletionAt)}</DataItem>}
            <DataItem label="Record">
              <a className="link" href={`/admin/audit?who=${encodeURIComponent(user.email)}`}>
                What this person did
              </a>
            </DataItem>
          </DataList>
        </Section>
        <Section title="Companies" className="mt-10">
          {user.memberships.length === 0 ? (
            <p className="text-ink-3">Not a member of any company.</p>
          ) : (
            <ul className="grid gap-1">
              {user.memberships.map(({ slug, name, role }) => (
                <li key={slug}>
                  <a className="link" href={`/admin/companies/${slug}`}>
                    {name}
                  </a>{" "}
                  <span className="text-ink-3">{role}</span>
                </li>
              ))}
            </ul>
          )}
        </Section>
      </DeskPage>
    </>
  );
}
