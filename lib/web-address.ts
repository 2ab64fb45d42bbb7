import { z } from "zod";
import { urlOf } from "./url";

const example = "Enter an address like https://example.com.";

/**
 * A web address that people may be sent to: http or https, a public domain name, no login and no port of its own. Gives it whole, with
 * "https://" where that was left out; or the reason why it is refused, in words for whoever typed it.
 */
export function readWebAddress(text: string): { address: string } | { fault: string } {
  const typed = text.trim();
  const whole = withoutScheme.test(typed) ? `https://${typed}` : typed;
  const url = /^https?:\/\//i.test(whole) && !/\s/.test(whole) ? urlOf(whole) : null;
  if (!url) return { fault: example };
  if (url.username || url.password)
    return { fault: "Leave out the user name and the password: everyone can read this address." };
  if (url.port) return { fault: `Leave out the port “:${url.port}”.` };
  if (!isPublicHost(url.hostname.replace(/\.$/, "")))
    return { fault: "Enter an address that everyone can reach, like https://example.com." };
  return { address: url.href === `${whole}/` ? whole : url.href };
}

/** The same where nobody is there to be told: null for anything that is refused, and for nothing. */
export function webAddress(text: string | null | undefined): string | null {
  const read = readWebAddress(text ?? "");
  return "address" in read && read.address.length <= longest ? read.address : null;
}

const longest = 2_000;

/** A field of a form for one. */
export const WebAddress = z
  .string()
  .trim()
  .max(500, "At most 500 characters.")
  .transform((text, context) => {
    const read = readWebAddress(text);
    if ("address" in read) return read.address;
    context.addIssue({ code: "custom", message: read.fault });
    return z.NEVER;
  });

/** The domain in a domain, an e-mail address or an address of the web: in lower case, without "www."; null where there is none. */
export function domainOf(text: string): string | null {
  const host = text
    .trim()
    .replace(/^[a-z]+:\/\//i, "")
    .replace(/[/?#].*$/s, "")
    .replace(/^.*@/s, "");
  // The parser of addresses gives hosts their one form: lower case, letters of other scripts as ASCII.
  const url = /[\s:\\%]/.test(host) ? null : urlOf(`http://${host}`);
  if (!url) return null;
  const domain = url.hostname.replace(/^www\./, "").replace(/\.$/, "");
  return isPublicHost(domain) ? domain : null;
}

const withoutScheme = /^[a-z\d-]+(?:\.[a-z\d-]+)*\.[a-z]{2,}(?:[/?#]\S*)?$/i;

/** A name with a dot, whose end is no number, as that of an IP address is, and is not kept for networks at home and at work. */
const isPublicHost = (host: string) =>
  host.length <= 253 &&
  /^[a-z0-9_-]+(\.[a-z0-9_-]+)*\.[a-z][a-z0-9-]+$/.test(host) &&
  !/\.(?:localhost|localdomain|local|internal|intranet|lan|home|corp|private|arpa)$/.test(host);
