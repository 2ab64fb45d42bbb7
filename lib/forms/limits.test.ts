import { expect, it } from "vitest";
import { unique } from "@/db/factories";
import { testDatabase } from "@/db/testing";
import { countSeconds, countUse } from "./limits";

await testDatabase();

it("seconds of work are counted by who uses them, and those that were not needed are given back", async () => {
  const [honest, hostile] = [unique("honest"), unique("hostile")];
  const quick = async () => "read";
  for (let i = 0; i < 12; i++) expect(await countSeconds("resumeSeconds", honest, 10, quick)).toBe("read");

  let release = () => {};
  const released = new Promise<void>((done) => {
    release = done;
  });
  const readings: Promise<void>[] = [];
  for (let i = 0; i < 3; i++)
    await new Promise<void>((begun) => {
      readings.push(
        countSeconds("resumeSeconds", hostile, 10, () => {
          begun();
          return released;
        }),
      );
    });
  await expect(countUse("resumeSeconds", hostile, 10)).rejects.toMatchObject({ code: "rate_limited" });
  expect(await countSeconds("resumeSeconds", honest, 10, quick)).toBe("read");
  release();
  await Promise.all(readings);
});

it("work that fails gives its seconds back too", async () => {
  const who = unique("unlucky");
  for (let i = 0; i < 5; i++)
    await expect(
      countSeconds("resumeSeconds", who, 10, async () => {
        throw new Error("broken file");
      }),
    ).rejects.toThrow("broken file");
});
