import { expect, it } from "vitest";
import { createCompany, createPosting } from "@/db/factories";
import { testDatabase } from "@/db/testing";
import { parseParameters } from "../criteria";
import { listHidingFilters } from "./hiding";
import { readCriteria } from "./search";

await testDatabase();

it.each([
  ["", []],
  ["skill=go&workplace=hybrid&salary=70000&currency=EUR", []],
  ["skill=go&skill=kafka&salary=90000&currency=EUR", ["skill=kafka", "salary=90000"]],
  ["skill=kafka&skill=go&skillMode=any", []],
  ["skill=kafka&skill=rust&skillMode=any", ["skill=kafka", "skill=rust"]],
  ["band=mid&band=senior&country=FR&exclude=go", ["exclude=go", "country=FR"]],
  ["region=eu&country=FR", []],
  ["region=anz&country=FR", ["country=FR", "region=anz"]],
  ["q=warehouse&timezone=Asia/Tokyo&near=berlin", ["q=warehouse", "timezone=Asia/Tokyo"]],
])("%j hides a posting by %j", async (query, hiding) => {
  const { id: companyId } = await createCompany();
  const { id } = await createPosting({ companyId, skills: [{ slug: "go" }], experienceMin: 4 });
  const { ready } = await readCriteria(parseParameters(new URLSearchParams(query)).criteria);
  const found = await listHidingFilters(ready, id);
  expect(found.map(({ name, value }) => `${name}=${value}`)).toEqual(hiding);
});
