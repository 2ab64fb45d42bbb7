import type { Metadata } from "next";
import { ButtonForm } from "@/app/_parts/button-form";
import { formatDay } from "@/app/_parts/dates";
import { ButtonLink } from "@/app/_ui/button";
import { Notice } from "@/app/_ui/notice";
import { PageHeader } from "@/app/_ui/page-header";
import { Section } from "@/app/_ui/section";
import { StatusMark } from "@/app/_ui/status-mark";
import { requireActor } from "@/lib/auth/session";
import { listMemberInvitations, listMembers } from "@/lib/companies/queries";
import { roleInWords, roleWords } from "@/lib/companies/words";
import { CompanyChoice, chosenCompany } from "../_parts/chosen-company";
import {
  leaveCompanyAction,
  removeMemberAction,
  resendMemberInvitationAction,
  withdrawMemberInvitationAction,
} from "./actions";
import { doneWords, type TeamDone } from "./done";
import { InviteForm } from "./invite-form";
import { RoleForm } from "./role-form";

export const metadata: Metadata = { title: "Team" };

export default async function TeamPage({ searchParams }: PageProps<"/employer/team">) {
  const actor = await requireActor("/employer/team");
  const { company: asked, done } = await searchParams;
  const { company, memberships } = await chosenCompany(actor, asked);
  const [members, invitations] = await Promise.all([
    listMembers(actor, company.id),
    listMemberInvitations(actor, company.id),
  ]);
  const isOwner = company.role === "owner";
  const isLastOwner = isOwner && members.filter(({ role }) => role === "owner").length === 1;
  const said = doneWords[String(done) as TeamDone];
  return (
    <>
      <PageHeader
        title={`Team of ${company.name}`}
        crumbs={[{ href: "/employer", label: "For employers" }]}
        lead={`You are ${roleInWords(company.role)}. You can ${roleWords[company.role].may}.`}
        actions={<ButtonLink href={`/employer/company?company=${company.slug}`}>Company</ButtonLink>}
      />
      <CompanyChoice memberships={memberships} current={company.slug} at="/employer/team" />
      {said && (
        <div className="mb-6 max-w-xl">
          <Notice tone="success" live title={said} />
        </div>
      )}
      <div className="grid gap-10">
        <Section title="Members">
          <ul className="border-t border-rule">
            {members.map(({ userId, name, email, role, since }) => (
              <li
                key={userId}
                className="grid items-start gap-x-8 gap-y-3 border-b border-rule py-3 sm:grid-cols-[minmax(0,1fr)_auto]"
              >
                <div className="min-w-0">
                  <p className="font-medium break-words">{name ?? email}</p>
                  <p className="text-sm text-ink-2 break-words">
                    {name && `${email} · `}
                    {roleWords[role].label} since {formatDay(since)}
                  </p>
                </div>
                {isOwner && !(isLastOwner && userId === actor.userId) && (
                  <div className="flex flex-wrap items-center gap-3">
                    <RoleForm companyId={company.id} userId={userId} who={name ?? email} role={role} />
                    {userId !== actor.userId && (
                      <details>
                        <summary className="link inline-flex min-h-11 cursor-pointer items-center text-sm">
                          Remove<span className="sr-only"> {name ?? email}</span>
                        </summary>
                        <p className="mb-2 max-w-xs text-sm text-ink-2">
                          They are signed out and can no longer see anything of {company.name}.
                        </p>
                        <ButtonForm
                          action={removeMemberAction}
                          values={{ companyId: company.id, userId }}
                          look="danger"
                          waiting="Removing…"
                        >
                          Remove {name ?? email}
                        </ButtonForm>
                      </details>
                    )}
                  </div>
                )}
              </li>
            ))}
          </ul>
        </Section>
        {invitations.length > 0 && (
          <Section title="Open invitations">
            <ul className="border-t border-rule">
              {invitations.map(({ id, email, role, expiresAt, isExpired }) => (
                <li
                  key={id}
                  className="grid items-start gap-x-8 gap-y-3 border-b border-rule py-3 sm:grid-cols-[minmax(0,1fr)_auto]"
                >
                  <div className="min-w-0">
                    <p className="font-medium break-words">{email}</p>
                    <p className="flex flex-wrap gap-x-3 text-sm text-ink-2">
                      {roleWords[role].label}
                      {isExpired ? (
                        <StatusMark tone="warning">Expired on {formatDay(expiresAt)}</StatusMark>
                      ) : (
                        <StatusMark tone="waiting">Valid until {formatDay(expiresAt)}</StatusMark>
                      )}
                    </p>
                  </div>
                  <div className="flex flex-wrap gap-3">
                    <ButtonForm
                      action={resendMemberInvitationAction}
                      values={{ companyId: company.id, id }}
                      waiting="Sending…"
                    >
                      Send again<span className="sr-only"> to {email}</span>
                    </ButtonForm>
                    <ButtonForm
                      action={withdrawMemberInvitationAction}
                      values={{ companyId: company.id, id }}
                      look="quiet"
                      waiting="Withdrawing…"
                    >
                      Withdraw<span className="sr-only"> the invitation of {email}</span>
                    </ButtonForm>
                  </div>
                </li>
              ))}
            </ul>
          </Section>
        )}
        {isOwner ? (
          <Section title="Invite a colleague">
            <InviteForm companyId={company.id} />
          </Section>
        ) : (
          <p className="max-w-measure">
            Only an owner of {company.name} can invite people, change roles and remove people.
          </p>
        )}
        <Section title={`Leave ${company.name}`}>
          {isLastOwner ? (
            <p className="max-w-measure">
              You are the only owner, and a company needs one. Make another member an owner first.
            </p>
          ) : (
            <details>
              <summary className="link inline-flex min-h-11 cursor-pointer items-center">
                Leave this company
              </summary>
              <p className="mb-3 max-w-measure">
                You can no longer see its postings and applicants. To come back, an owner has to invite you
                again.
              </p>
              <ButtonForm
                action={leaveCompanyAction}
                values={{ companyId: company.id }}
                look="danger"
                size="md"
                waiting="Leaving…"
              >
                Leave {company.name}
              </ButtonForm>
            </details>
          )}
        </Section>
      </div>
    </>
  );
}
