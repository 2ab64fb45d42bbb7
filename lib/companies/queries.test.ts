import { beforeAll, describe, expect, it } from "vitest";
import { addMember, createAdmin, createCompany, createPosting, createUser, unique } from "@/db/factories";
import { moveClock, testDatabase } from "@/db/testing";
import type { Actor } from "@/lib/auth/input";
import { daysAfter } from "@/lib/days";
import { listBlockableNames } from "@/lib/profiles/queries/visibility";
import { parseParameters } from "@/lib/search/criteria";
import { readCriteria } from "@/lib/search/queries/search";
import { listSuggestions } from "@/lib/search/queries/text";
import { findCompany, listCompanies } from "./queries";

const { sql } = await testDatabase();

/** Wherever a visitor could come upon the company. */
async function foundBy({ name, slug }: { name: string; slug: string }) {
  const { companies } = await listCompanies({ q: name });
  const { criteria } = parseParameters(new URLSearchParams({ company: slug }));
  return {
    page: (await findCompany(slug, null)) !== null,
    list: companies.some((one) => one.slug === slug),
    suggestions: (await listSuggestions(name)).some(({ value }) => value === name),
    blockable: (await listBlockableNames()).includes(name),
    searchName: (await readCriteria(criteria)).labels.get(`company=${slug}`) === name,
  };
}
const everywhere = { page: true, list: true, suggestions: true, blockable: true, searchName: true };
const nowhere = { page: false, list: false, suggestions: false, blockable: false, searchName: false };

describe("a company", () => {
  it.each([
    ["nothing", [], nowhere],
    ["a draft", ["draft"], nowhere],
    ["a posting in review", ["in_review"], nowhere],
    ["a live posting", ["published"], everywhere],
    ["a closed posting", ["draft", "closed"], everywhere],
    ["a removed posting", ["removed"], everywhere],
  ] as const)("with %s is public or not", async (_, states, expected) => {
    const company = await createCompany({ name: unique("Gull"), owner: await createUser() });
    for (const state of states)
      await createPosting({
        companyId: company.id,
        state,
        ...(state === "closed" && { closeReason: "filled" as const }),
        ...(state === "removed" && { removeReason: "Not a real role." }),
      });
    expect(await foundBy(company)).toEqual(expected);
  });

  it("whose first posting is approved for later is public from then on", async () => {
    const company = await createCompany({ name: unique("Gull"), owner: await createUser() });
    await createPosting({ companyId: company.id, publishAt: daysAfter(new Date(), 1) });
    expect(await foundBy(company)).toEqual(nowhere);
    await moveClock(sql, "2 days");
    expect(await foundBy(company)).toEqual(everywhere);
    await moveClock(sql, "0");
  });

  it("that is suspended is public no longer", async () => {
    const company = await createCompany({
      name: unique("Gull"),
      owner: await createUser(),
      suspendedAt: new Date(),
    });
    await createPosting({ companyId: company.id });
    expect(await foundBy(company)).toEqual(nowhere);
  });
});

describe("the page of a company that is not public yet", () => {
  let slug: string;
  let members: Actor[];
  beforeAll(async () => {
    const [owner, reviewer] = [await createUser(), await createUser()];
    const company = await createCompany({ owner });
    await addMember(company.id, reviewer, "reviewer");
    members = [owner, reviewer];
    slug = company.slug;
  });

  it("is there for its members and for admins, who are told that it is not public", async () => {
    for (const actor of [...members, await createAdmin()])
      expect(await findCompany(slug, actor)).toMatchObject({ slug, isPublic: false });
  });

  it("is there for nobody else", async () => {
    const other = await createUser();
    await createCompany({ owner: other });
    for (const actor of [null, other]) expect(await findCompany(slug, actor)).toBeNull();
  });
});

it("the list of companies carries no ids", async () => {
  const { id: companyId } = await createCompany();
  await createPosting({ companyId });
  const { companies } = await listCompanies({});
  expect(companies.length).toBeGreaterThan(0);
  expect(JSON.stringify(companies)).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-/);
});
