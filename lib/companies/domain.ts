import { createHmac } from "node:crypto";
import { settings } from "@/lib/env";
import { domainOf } from "@/lib/web-address";
import type { DomainRelation } from "./lists";

/** Where anybody may have an address, so that one proves nothing about a company. */
const publicProviders = new Set(
  `126.com 163.com aim.com alice.it aol.com arcor.de att.net bellsouth.net bigpond.com bluewin.ch btinternet.com centrum.cz comcast.net
  cox.net duck.com fastmail.com fastmail.fm free.fr freenet.de gmail.com gmx.at gmx.ch gmx.com gmx.de gmx.net googlemail.com hanmail.net
  hey.com hotmail.be hotmail.co.uk hotmail.com hotmail.de hotmail.es hotmail.fr hotmail.it hushmail.com icloud.com inbox.com inbox.lv
  inbox.ru interia.pl laposte.net libero.it list.ru live.co.uk live.com live.de live.fr live.nl mac.com mail.com mail.ru mailbox.org
  mailinator.com me.com msn.com naver.com o2.pl online.de op.pl orange.fr outlook.com outlook.de outlook.es outlook.fr pm.me posteo.de
  proton.me protonmail.ch protonmail.com qq.com rambler.ru rediffmail.com rocketmail.com sapo.pt sbcglobal.net seznam.cz sfr.fr sina.com
  sky.com t-online.de talktalk.net telia.com terra.com.br tiscali.it tuta.com tuta.io tutamail.com tutanota.com tutanota.de ukr.net uol.com.br
  verizon.net virgilio.it virginmedia.com wanadoo.fr web.de wp.pl yahoo.ca yahoo.co.in yahoo.co.jp yahoo.co.uk yahoo.com yahoo.com.au
  yahoo.com.br yahoo.de yahoo.es yahoo.fr yahoo.in yahoo.it yandex.com yandex.ru yeah.net ymail.com zoho.com zohomail.com`.split(
    /\s+/,
  ),
);

/** The domain of a company's website, which can be verified; or why it has none, as a sentence. */
export function domainToVerify(website: string | null): { domain: string } | { fault: string } {
  const domain = website ? domainOf(website) : null;
  if (!domain)
    return { fault: "Your company has no website yet. Enter it on the company’s page, then come back." };
  if (publicProviders.has(domain))
    return {
      fault: `Anybody can have an address at ${domain}, so it cannot be verified. Enter the website of your company.`,
    };
  return { domain };
}

/** Whether an e-mail address is at that very domain. */
export const isAt = (email: string, domain: string) => domainOf(email.split("@").at(-1) ?? "") === domain;

/**
 * What the domain of an e-mail address is to that of a website: the same, one under the other, one where anybody can have an address,
 * another, or none to compare it with.
 */
export function relationOf(email: string, website: string | null): DomainRelation {
  const [mail, site] = [domainOf(email.split("@").at(-1) ?? ""), website ? domainOf(website) : null];
  if (!mail || publicProviders.has(mail)) return "public";
  if (!site) return "none";
  if (mail === site) return "same";
  return mail.endsWith(`.${site}`) || site.endsWith(`.${mail}`) ? "under" : "other";
}

/** The record that shows whose a domain is: its name, and what it has to hold, which is another for each company and domain. */
export const recordOf = (companyId: string, domain: string) => ({
  name: `_backplane.${domain}`,
  value: `backplane-verification=${createHmac("sha256", settings().AUTH_SECRET ?? "")
    .update(`domain ${companyId}\n${domain}`)
    .digest("hex")
    .slice(0, 32)}`,
});
