"use client";

import { ActionForm } from "@/app/_parts/button-form";
import { SubmitButton } from "@/app/_ui/submit-button";
import { type MemberRole, memberRoles } from "@/lib/companies/lists";
import { roleWords } from "@/lib/companies/words";
import { changeRoleAction } from "./actions";

/** Gives a member another role. */
export function RoleForm({
  companyId,
  userId,
  who,
  role,
}: {
  companyId: string;
  userId: string;
  who: string;
  role: MemberRole;
}) {
  return (
    <ActionForm
      action={changeRoleAction}
      values={{ companyId, userId }}
      className="flex flex-wrap items-center gap-2"
    >
      {/* The key renews the control when the saved role changes. */}
      <select
        key={role}
        name="role"
        defaultValue={role}
        aria-label={`Role of ${who}`}
        className="control w-auto"
      >
        {memberRoles.map((value) => (
          <option key={value} value={value}>
            {roleWords[value].label}
          </option>
        ))}
      </select>
      <SubmitButton look="secondary" size="sm" waiting="Saving…">
        Save role
      </SubmitButton>
    </ActionForm>
  );
}
