import { formatDay } from "@/app/_parts/dates";
import { Notice } from "@/app/_ui/notice";
import type { listMemberships } from "@/lib/companies/queries";

type Company = Awaited<ReturnType<typeof listMemberships>>[number];

/** Why a company lost its badge, and how it gets it back; nothing where it did not. */
export function BadgeNotice({ company }: { company: Pick<Company, "badgeLostBy" | "badgeLostAt"> }) {
  const { badgeLostBy: by, badgeLostAt: at } = company;
  if (!by || !at) return null;
  return (
    <Notice tone="warning" title="Your company is not verified any more">
      Its {by} changed on {formatDay(at)}, and the badge belonged to the old one. To get it back,{" "}
      <a href="/contact" className="link">
        write to us
      </a>{" "}
      from an e-mail address at the domain of your website.
    </Notice>
  );
}
