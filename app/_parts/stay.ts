import { refresh } from "next/cache";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { ownPath } from "@/lib/auth/rules";

/**
 * The end of an action: back to the page that its button is on, at `path`. Where a script sent the form, the page is drawn anew in place: a
 * redirect would replace all of it, and with it the place on the page and what has the focus.
 */
export async function stayAt(path: string) {
  if ((await headers()).has("next-action")) refresh();
  else redirect(ownPath(path));
}
