"use client";

import { useActionState } from "react";
import { untouched } from "@/lib/forms/state";
import { signOutAction } from "./actions";

export function SignOut() {
  const [, action] = useActionState(signOutAction, untouched);
  return (
    <form action={action} className="border-t border-rule">
      <button
        type="submit"
        className="flex min-h-11 w-full items-center px-4 hover:bg-raised hover:text-accent"
      >
        Sign out
      </button>
    </form>
  );
}
