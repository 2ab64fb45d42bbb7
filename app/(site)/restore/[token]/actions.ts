"use server";

import { redirect } from "next/navigation";
import { RestoreAddress } from "@/lib/auth/input";
import { publicFormAction } from "@/lib/forms/action";
import { restoreAddress } from "@/lib/privacy/commands/address";

export const restoreAddressAction = publicFormAction(RestoreAddress, async (input) => {
  await restoreAddress(input);
  redirect("/sign-in?restored=1");
});
