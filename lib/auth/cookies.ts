import { settings } from "@/lib/env";

/** The name of a cookie of ours, which on https binds it to this very host. */
export const ownName = (name: string) =>
  `${settings().APP_URL.startsWith("https:") ? "__Host-" : ""}backplane.${name}`;

/** The cookie that says who is signed in. */
export const sessionCookieName = () => ownName("session");
