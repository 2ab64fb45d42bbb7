"use server";

import { asAdmin } from "@/lib/auth/rules";
import { ApproveChange, DecideChange } from "@/lib/companies/input";
import { formAction } from "@/lib/forms/action";
import { approveChange, sendChangeBack, takeChangeDown } from "@/lib/moderation/commands/changes";
import { seen } from "@/lib/moderation/input";
import { goOn } from "../_parts/go-on";

export const approveChangeAction = formAction(
  ApproveChange.extend({ seen }),
  async ({ seen, ...input }, actor) => {
    const admin = asAdmin(actor);
    await approveChange(admin, input);
    await goOn(admin, "company-approved", { id: input.companyId, seen });
  },
);

export const sendChangeBackAction = formAction(
  DecideChange.extend({ seen }),
  async ({ seen, ...input }, actor) => {
    const admin = asAdmin(actor);
    await sendChangeBack(admin, input);
    await goOn(admin, "company-sent-back", { id: input.companyId, seen });
  },
);

export const takeChangeDownAction = formAction(
  DecideChange.extend({ seen }),
  async ({ seen, ...input }, actor) => {
    const admin = asAdmin(actor);
    await takeChangeDown(admin, input);
    await goOn(admin, "company-taken-down", { id: input.companyId, seen });
  },
);
