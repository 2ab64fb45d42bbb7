import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { ownPath } from "@/lib/auth/rules";
import { asRefusal } from "@/lib/errors";

/**
 * Where an answer to the interview `id` came too late, back to the page that it was sent from, which says what was answered: the form of the
 * answer is not there any more. Throws every other error on.
 */
export async function backIfLate(error: unknown, id: string): Promise<never> {
  if (asRefusal(error)?.code !== "conflict") throw error;
  redirect(`${ownPath((await headers()).get("x-path") ?? "/")}?late=${id}#interviews`);
}
