import { formatAge } from "@/app/_parts/dates";
import { DataItem, DataList } from "@/app/_ui/data-list";
import { Section } from "@/app/_ui/section";
import type { DomainRelation } from "@/lib/companies/lists";
import type { findSender } from "@/lib/moderation/queries/sender";
import { counted } from "@/lib/plural";
import { domainOf } from "@/lib/web-address";

const relationWords: Record<DomainRelation, string> = {
  same: "The address is at the domain of the website.",
  under: "The address is at a domain that belongs to that of the website.",
  public: "The address is at a provider where anybody can have one.",
  other: "The address is not at the domain of the website.",
  none: "The company states no website to compare the address with.",
};

const verifiedWords = { email: "By e-mail at its domain", dns: "By a DNS record of its domain" } as const;

/** Who sent a posting: the member and the company, and what came of what the company sent before. */
export function SenderBlock({
  sender,
  now,
}: {
  sender: NonNullable<Awaited<ReturnType<typeof findSender>>>;
  now: Date;
}) {
  const { company, member, relation, website, verifiedBy, members, source } = sender;
  const { approved, sentBack, removed, reportsUpheld } = sender;
  const before = [
    approved > 0 && `${approved} approved`,
    sentBack > 0 && `${sentBack} sent back`,
    removed > 0 && `${removed} removed`,
    reportsUpheld > 0 && counted(reportsUpheld, "report upheld", "reports upheld"),
  ].filter((words) => words !== false);
  return (
    <Section title="Sender">
      <DataList>
        <DataItem label="Member">
          {member ? (
            <>
              <a className="link break-all" href={`/admin/users/${member.id}`}>
                {member.name ? `${member.name}, ${member.email}` : member.email}
              </a>
              <span className="block text-sm text-ink-3">Account created {formatAge(member.since, now)}</span>
            </>
          ) : (
            source && "None: it was imported"
          )}
        </DataItem>
        <DataItem label="Company">
          <a className="link" href={`/admin/companies/${company.slug}`}>
            {company.name}
          </a>
          <span className="block text-sm text-ink-3">
            Here since {formatAge(company.since, now)}, {counted(members, "member")}
          </span>
        </DataItem>
        <DataItem label="Website">
          {website && (
            <a href={website} rel="nofollow ugc noopener noreferrer" className="link break-all">
              {domainOf(website)}
            </a>
          )}
        </DataItem>
        {relation && (
          <DataItem label="Address">
            <span className={relation === "other" ? "font-medium text-warn" : undefined}>
              {relationWords[relation]}
            </span>
          </DataItem>
        )}
        <DataItem label="Verified">{verifiedBy ? verifiedWords[verifiedBy] : "No"}</DataItem>
        <DataItem label="Before this">
          {before.length > 0 ? before.join(", ") : "Nothing was decided yet"}
        </DataItem>
      </DataList>
    </Section>
  );
}
