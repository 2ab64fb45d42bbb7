import { expect, it } from "vitest";
import { testDatabase } from "@/db/testing";
import { findDatabaseReadiness, lookAnew } from "./queries";

await testDatabase();

it("a process that was busy for longer than it waits for the database does not call the database slow", async () => {
  // Connected before: what is measured is one question.
  await findDatabaseReadiness();
  lookAnew();
  const found = findDatabaseReadiness();
  // The question leaves, then the process hears nothing for longer than a second.
  await new Promise((asked) => setImmediate(asked));
  const until = performance.now() + 1_200;
  while (performance.now() < until);
  expect(await found).toEqual({ ready: true });
});
