import { formatDay } from "@/app/_parts/dates";
import { Notice } from "@/app/_ui/notice";
import type { listMemberships } from "@/lib/companies/queries";

type Company = Awaited<ReturnType<typeof listMemberships>>[number];

/** Why a company lost its badge and how to get it back; nothing if it did not lose it. */
export function BadgeNotice({ company }: { company: Pick<Company, "badgeLostBy" | "badgeLostAt"> }) {
  const { badgeLostBy: by, badgeLostAt: at } = company;
  if (!by || !at) return null;
  return (
    <Notice tone="warning" title="Your company is no longer verified">
      The company lost its badge on {formatDay(at)}, when its {by} changed. To have it verified again,{" "}
      <a href="/contact" className="link">
        contact us
      </a>{" "}
      from an e-mail address at the domain of your website.
    </Notice>
  );
}
