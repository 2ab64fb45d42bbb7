import { notFound, redirect } from "next/navigation";
import type { Actor } from "@/lib/auth/input";
import { listMemberships } from "@/lib/companies/queries";

type Membership = Awaited<ReturnType<typeof listMemberships>>[number];

/**
 * The company that a page is about: the one that its address names, else the reader's first. Who has no company is sent to where they can
 * create one.
 */
export async function chosenCompany(actor: Actor, asked: string | string[] | undefined) {
  const memberships = await listMemberships(actor);
  const [first] = memberships;
  if (!first) redirect("/employer");
  const company = asked === undefined ? first : memberships.find(({ slug }) => slug === asked);
  if (!company) notFound();
  return { company, memberships };
}

/** The way from one of the reader's companies to another; nothing for who has one. */
export function CompanyChoice({
  memberships,
  current,
  at,
}: {
  memberships: readonly Pick<Membership, "slug" | "name">[];
  current: string;
  at: string;
}) {
  if (memberships.length < 2) return null;
  return (
    <nav aria-label="Your companies" className="mb-6 flex flex-wrap gap-x-5 border-b border-rule">
      {memberships.map(({ slug, name }) => (
        <a
          key={slug}
          href={`${at}?company=${slug}`}
          aria-current={slug === current ? "page" : undefined}
          className={`inline-flex min-h-11 items-center ${slug === current ? "plain-link font-semibold" : "link"}`}
        >
          {name}
        </a>
      ))}
    </nav>
  );
}
