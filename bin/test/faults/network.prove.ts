import { setTimeout as wait } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { Gateway, type Network } from "./gateway";
import { Scene } from "./scene";
import { startWeb } from "./web";

let scene: Scene;

beforeAll(async () => {
  scene = await Scene.begin();
}, 300_000);
afterAll(() => scene.end());

describe("the network to the database fails", () => {
  let gateway: Gateway;
  beforeAll(async () => {
    gateway = await Gateway.before(scene.cluster.url);
    await scene.startWeb({}, gateway.through(scene.cluster.webUrl));
  }, 300_000);
  afterAll(async () => {
    await scene.web.stop();
    await gateway.close();
  });
  afterEach(() => scene.expectQuiet());

  it.each<[string, Network, number]>([
    ["R05 FIN at connect", "closed", 1_000],
    ["R05 FIN in the start-up packet", "closed-in-startup", 1_000],
    ["R06 RST at connect", "reset", 1_000],
    ["R06 refused", "refused", 1_000],
    ["R07 R08 silent at connect and in a session", "silent", 5_000],
  ])("%s", async (id, network, limitMs) => {
    const outageMs = 6_000;
    const { figures, outcomes } = await scene.tryFault(id, async (load, mark) => {
      const connects = gateway.connects.length;
      mark();
      await gateway.set(network);
      if (network !== "silent") gateway.cut();
      await Promise.all([load.isNotReady(), wait(outageMs)]);
      const perSecond = (gateway.connects.length - connects) / (outageMs / 1_000);
      console.log(`${id}: ${perSecond.toFixed(1)} connects a second`);
      expect(perSecond).toBeLessThan(20);
      // What stood while the network was silent is lost for good.
      if (network === "silent") gateway.cut();
      await gateway.set("open");
      mark();
    });
    expect(figures.slowestFailedMs).toBeLessThan(limitMs);
    expect(figures.toldAfterS).toBeLessThan(2);
    await scene.expectWritesTrue(outcomes);
    await scene.expectNextAreWell();
  });

  it("R06 a name that leads nowhere", async () => {
    // Too long a label to be asked of any name server.
    const lost = await startWeb(
      scene.folder,
      scene.cluster.webUrl.replace("127.0.0.1", `${"x".repeat(64)}.invalid`),
    );
    const asked = [await lost.get("/jobs"), await lost.get("/api/v1/postings"), await lost.get("/readyz")];
    const health = await lost.get("/healthz");
    await lost.stop();
    console.log(
      `R06 DNS: ${asked.map(({ status, ms }) => `${status} after ${Math.round(ms)} ms`).join(", ")}`,
    );
    expect(asked.map(({ status }) => status)).toEqual([503, 503, 503]);
    expect(Math.max(...asked.map(({ ms }) => ms))).toBeLessThan(1_000);
    expect(health.status).toBe(200);
  });
});
