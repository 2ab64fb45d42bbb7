"use server";

import { redirect } from "next/navigation";
import { formAction } from "@/lib/forms/action";
import {
  blockCompany,
  blockDomain,
  setSearchable,
  unblockCompany,
  unblockDomain,
} from "@/lib/profiles/commands/visibility";
import {
  BlockCompany,
  BlockDomain,
  Searchable,
  UnblockCompany,
  UnblockDomain,
} from "@/lib/profiles/input/visibility";

const kept = (what: "saved" | "blocked" | "unblocked") => redirect(`/profile/visibility?${what}=1`);

export const setSearchableAction = formAction(Searchable, async (input, actor) => {
  await setSearchable(actor, input);
  kept("saved");
});

export const blockCompanyAction = formAction(BlockCompany, async (input, actor) => {
  await blockCompany(actor, input);
  kept("blocked");
});

export const blockDomainAction = formAction(BlockDomain, async (input, actor) => {
  await blockDomain(actor, input);
  kept("blocked");
});

export const unblockCompanyAction = formAction(UnblockCompany, async (input, actor) => {
  await unblockCompany(actor, input);
  kept("unblocked");
});

export const unblockDomainAction = formAction(UnblockDomain, async (input, actor) => {
  await unblockDomain(actor, input);
  kept("unblocked");
});
