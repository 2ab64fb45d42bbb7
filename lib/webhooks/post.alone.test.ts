import { afterEach, describe, expect, it } from "vitest";
import { startNameServer } from "@/lib/companies/testing";
import { postOutside } from "./post";
import {
  type Received,
  receiverCertificate,
  receiverHost,
  somePublicAddress,
  startReceiver,
} from "./testing";

const names = await startNameServer();
process.env.DATABASE_URL ??= "postgres://localhost/none";
process.env.DNS_SERVER = names.address;
process.env.WEBHOOK_RECEIVER_CA = receiverCertificate;
let answer: Parameters<typeof startReceiver>[0];
const receiver = await startReceiver((...args) => answer?.(...args));
process.env.WEBHOOK_RECEIVER = receiver.address;
names.hosts.set(receiverHost, [somePublicAddress]);
const post = (host = receiverHost) => postOutside(`https://${host}/in?a=1`, { "webhook-id": "x" }, '{"a":1}');

afterEach(() => {
  receiver.received.length = 0;
});

it("posts the body with its headers to the host that is named", async () => {
  answer = (_, response) => response.end("ok");
  expect(await post()).toMatchObject({ status: 200, fault: null });
  expect(receiver.received).toMatchObject([
    {
      path: "/in?a=1",
      body: '{"a":1}',
      headers: {
        host: receiverHost,
        "content-type": "application/json",
        "webhook-id": "x",
        "accept-encoding": "identity",
      },
    },
  ]);
});

describe("a name", () => {
  const isRefused = async (host: string, fault: string) => {
    expect(await post(host)).toMatchObject({ status: null, fault });
    expect(receiver.received).toEqual([]);
  };

  it("that does not exist is refused", () => isRefused("nowhere.hooks.tallyhaven.com", "name"));

  it("whose server does not answer is given up within 7 seconds", async () => {
    names.hosts.set("silent.hooks.tallyhaven.com", null);
    const { ms, fault } = await post("silent.hooks.tallyhaven.com");
    expect(["name", "time"]).toContain(fault);
    expect(ms).toBeLessThan(8_000);
  });

  it("that leads to this machine is refused, and so is one of which only one address does", async () => {
    names.hosts.set("inside.hooks.tallyhaven.com", ["127.0.0.1"]);
    await isRefused("inside.hooks.tallyhaven.com", "address");
    names.hosts.set("half.hooks.tallyhaven.com", [somePublicAddress, "::ffff:10.0.0.1"]);
    await isRefused("half.hooks.tallyhaven.com", "address");
  });

  it("that the certificate is not for is refused", async () => {
    names.hosts.set("other.example.org", [somePublicAddress]);
    await isRefused("other.example.org", "certificate");
  });
});

describe("an answer", () => {
  const cases: [string, Parameters<typeof startReceiver>[0], { status: number | null; fault: string }][] = [
    ["of 500", (_, r) => void r.writeHead(500).end("no"), { status: 500, fault: "status" }],
    ["of 404", (_, r) => void r.writeHead(404).end(), { status: 404, fault: "status" }],
    [
      "that leads elsewhere",
      (_, r) => void r.writeHead(307, { location: "http://169.254.169.254/" }).end(),
      { status: 307, fault: "redirect" },
    ],
    [
      "that is compressed",
      (_, r) => void r.writeHead(200, { "content-encoding": "br" }).end("x"),
      { status: 200, fault: "encoding" },
    ],
    ["of more than 100 KB", (_, r) => void r.end("x".repeat(200_000)), { status: 200, fault: "size" }],
    [
      "that breaks in the middle",
      (_, r, q) => {
        r.writeHead(200, { "content-length": "1000" });
        r.write("half");
        setTimeout(() => q.socket.destroy(), 50);
      },
      { status: 200, fault: "connection" },
    ],
    [
      "that never comes, as the connection breaks",
      (_, __, q) => void q.socket.destroy(),
      { status: null, fault: "connection" },
    ],
  ];
  for (const [name, respond, wanted] of cases)
    it(`${name} is no success`, async () => {
      answer = respond;
      expect(await post()).toMatchObject(wanted);
      expect(receiver.received).toHaveLength(1);
    });

  it("that does not come, or does not end, is given up after 7 seconds", async () => {
    answer = ({ headers }: Received, r) => {
      if (headers["webhook-id"] === "endless") {
        r.writeHead(200);
        const drip = setInterval(() => r.write("."), 100);
        r.on("close", () => clearInterval(drip));
      }
    };
    const [silent, endless] = await Promise.all([
      post(),
      postOutside(`https://${receiverHost}/`, { "webhook-id": "endless" }, "{}"),
    ]);
    expect(silent).toMatchObject({ status: null, fault: "time" });
    expect(endless).toMatchObject({ status: 200, fault: "time" });
    for (const { ms } of [silent, endless]) expect(Math.abs(ms - 7_000)).toBeLessThan(1_500);
  });
});
