import { formatDay } from "@/app/_parts/dates";
import { Notice } from "@/app/_ui/notice";
import type { listMemberships } from "@/lib/companies/queries";

type Company = Awaited<ReturnType<typeof listMemberships>>[number];

/** Why a company lost its badge; nothing if it did not lose it. */
export function BadgeNotice({ company }: { company: Pick<Company, "slug" | "badgeLostBy" | "badgeLostAt"> }) {
  const { slug, badgeLostBy: by, badgeLostAt: at } = company;
  if (!by || !at) return null;
  return (
    <Notice tone="warning" title="Your company is no longer verified">
      The company lost its badge on {formatDay(at)}, when its {by} changed. To get the badge back,{" "}
      <a href={`/employer/company/verify?company=${slug}`} className="link">
        verify the company again
      </a>
      .
    </Notice>
  );
}
