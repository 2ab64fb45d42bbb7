import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { Answer } from "./http";
import { Scene } from "./scene";

let scene: Scene;

beforeAll(async () => {
  scene = await Scene.begin();
}, 300_000);
afterAll(() => scene.end());

describe("the process is told to end", () => {
  it("R23 SIGTERM cuts no answer that is under way, and the process ends", async () => {
    await scene.startWeb();
    let toldAt = 0;
    let sent: Promise<Answer>[] = [];
    await scene.whileCodesAreLocked(async (pending) => {
      sent = pending;
      toldAt = performance.now();
      scene.web.signal("SIGTERM");
      // Ending has begun, with answers owed, when no new caller gets through.
      await vi.waitFor(async () => expect((await scene.web.get("/healthz")).status).toBeNull(), {
        interval: 20,
      });
    });
    const answers = await Promise.all(sent);
    await vi.waitFor(() => expect(scene.web.isRunning()).toBe(false), { timeout: 30_000, interval: 20 });
    console.log(
      `R23: ${answers.length} under way, answered ${answers.map(({ status }) => status).join(", ")}, gone after ${Math.round(performance.now() - toldAt)} ms`,
    );
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303]);
    await scene.expectQuiet();
  });
});
