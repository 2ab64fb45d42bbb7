import { Resolver } from "node:dns/promises";
import { eq, lte } from "drizzle-orm";
import { inTransaction } from "@/db/client";
import { companies, domainChecks } from "@/db/schema/companies";
import { settings } from "@/lib/env";
import { hasCode } from "@/lib/errors";
import { domainToVerify, recordOf } from "../domain";
import type { DomainCheckResult } from "../lists";
import { verify } from "./verify";

/** Minutes after each look at which the next one is due. After the last, the company has to ask again. */
const pauses = [1, 5, 15, 60, 240, 1_440];
/** Minutes for which a look belongs to the worker that began it. */
const lease = 2;
const atOnce = 20;

type Check = { companyId: string; domain: string };

/**
 * The worker's task of each minute: looks in the DNS for the records of the companies that asked for it, and verifies those that have it. A
 * server that does not answer verifies nobody.
 */
export async function checkDomains() {
  const due = await takeDue();
  await Promise.all(due.map(async (check) => keep(check, await look(check))));
}

function takeDue(): Promise<Check[]> {
  return inTransaction(async (tx) => {
    const due = tx
      .select({ companyId: domainChecks.companyId })
      .from(domainChecks)
      .where(lte(domainChecks.nextAt, tx.now))
      .orderBy(domainChecks.nextAt)
      .limit(atOnce)
      .for("update", { skipLocked: true })
      .as("due");
    return tx
      .update(domainChecks)
      .set({ nextAt: minutesAfter(tx.now, lease) })
      .from(due)
      .where(eq(domainChecks.companyId, due.companyId))
      .returning({ companyId: domainChecks.companyId, domain: domainChecks.domain });
  });
}

async function look({ companyId, domain }: Check): Promise<DomainCheckResult> {
  const resolver = new Resolver({ timeout: 2_000, tries: 2 });
  const { DNS_SERVER } = settings();
  if (DNS_SERVER) resolver.setServers([DNS_SERVER]);
  const { name, value } = recordOf(companyId, domain);
  try {
    const records = (await resolver.resolveTxt(name)).map((parts) => parts.join("").trim());
    return records.includes(value) ? "found" : records.length > 0 ? "other" : "missing";
  } catch (error) {
    return hasCode(error, "ENOTFOUND") || hasCode(error, "ENODATA") ? "missing" : "silent";
  }
}

async function keep({ companyId, domain }: Check, result: DomainCheckResult) {
  await inTransaction(async (tx) => {
    const [row] = await tx
      .select({
        domain: domainChecks.domain,
        results: domainChecks.results,
        website: companies.website,
        verifiedAt: companies.verifiedAt,
        closedAt: companies.closedAt,
      })
      .from(domainChecks)
      .innerJoin(companies, eq(companies.id, domainChecks.companyId))
      .where(eq(domainChecks.companyId, companyId))
      .for("update");
    // The company may have asked anew for another website meanwhile.
    if (row?.domain !== domain) return;
    const results = [...row.results, { at: tx.now.toISOString(), result }];
    const now = domainToVerify(row.website);
    const isWanted = !row.verifiedAt && !row.closedAt && "domain" in now && now.domain === domain;
    const pause = isWanted && result !== "found" ? pauses[row.results.length] : undefined;
    const nextAt = pause === undefined ? null : minutesAfter(tx.now, pause);
    await tx.update(domainChecks).set({ results, nextAt }).where(eq(domainChecks.companyId, companyId));
    if (isWanted && result === "found") await verify(tx, companyId, "dns", null);
  });
}

const minutesAfter = (at: Date, minutes: number) => new Date(at.getTime() + minutes * 60_000);
