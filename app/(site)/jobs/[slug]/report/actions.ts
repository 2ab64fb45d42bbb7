"use server";

import { redirect } from "next/navigation";
import { noteRobot } from "@/lib/auth/account/commands";
import { asDeed, publicFormAction } from "@/lib/forms/action";
import { countUse } from "@/lib/forms/limits";
import { reportPosting } from "@/lib/reports/commands";
import { ReportPosting } from "@/lib/reports/input";

export const reportPostingAction = publicFormAction(
  ReportPosting,
  async ({ slug, website, ...report }, { actor, address }) => {
    // A robot hears what people hear, and no report is written.
    if (website) await noteRobot("report");
    else if (actor) await asDeed("report", actor, () => reportPosting(actor, report));
    else {
      await countUse("reportFrom", address);
      await reportPosting(null, report);
    }
    redirect(`/jobs/${slug}/report?done=1`);
  },
);
