import { createSocket } from "node:dgram";
import { once } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import ipaddr from "ipaddr.js";
import { hasCode } from "@/lib/errors";

/**
 * A name server of a test's own on this machine, at `address`. `records` holds the TXT records by name, and `hosts` the IP addresses: a name
 * that is not in it does not exist, and one with null gets no answer.
 */
export async function startNameServer(port = 0) {
  const records = new Map<string, string[] | null>();
  const hosts = new Map<string, string[] | null>();
  const socket = await boundTo(port);
  socket.on("message", (query, { port, address }) => {
    const { name, end } = questionOf(query);
    const type = query.readUInt16BE(end - 4);
    const known = (type === types.TXT ? records : hosts).get(name);
    if (known === null) return;
    const answers = (known ?? []).filter((one) => type === types.TXT || type === typeOf(one));
    const header = Buffer.from(query.subarray(0, 12));
    header.writeUInt16BE(known ? 0x81_80 : 0x81_83, 2);
    header.writeUInt16BE(answers.length, 6);
    header.fill(0, 8);
    const written = answers.map((one) =>
      recordOf(type, type === types.TXT ? textData(one) : Buffer.from(ipaddr.parse(one).toByteArray())),
    );
    socket.send(Buffer.concat([header, query.subarray(12, end), ...written]), port, address);
  });
  return {
    records,
    hosts,
    address: `127.0.0.1:${socket.address().port}`,
    stop: () => new Promise<void>((done) => socket.close(done)),
  };
}

/** Two tests at a time may need the one port that the product was told of: the second waits until it is free. */
async function boundTo(port: number) {
  for (;;) {
    const socket = createSocket("udp4");
    try {
      socket.bind(port, "127.0.0.1");
      await once(socket, "listening");
      return socket;
    } catch (error) {
      socket.close();
      if (!hasCode(error, "EADDRINUSE")) throw error;
      await wait(100);
    }
  }
}

/** The asked name, and where the question ends: after the labels, type and class. */
function questionOf(query: Buffer): { name: string; end: number } {
  const labels: string[] = [];
  let at = 12;
  for (let length = query.readUInt8(at); length > 0; length = query.readUInt8(at)) {
    labels.push(query.toString("latin1", at + 1, at + 1 + length).toLowerCase());
    at += length + 1;
  }
  return { name: labels.join("."), end: at + 5 };
}

const types = { A: 1, TXT: 16, AAAA: 28 };
const typeOf = (address: string) => (ipaddr.IPv4.isValid(address) ? types.A : types.AAAA);

const textData = (text: string) => Buffer.concat([Buffer.from([text.length]), Buffer.from(text, "latin1")]);

/** For the asked name, of the class IN, for a minute. */
function recordOf(type: number, data: Buffer): Buffer {
  const head = Buffer.from([0xc0, 12, 0, type, 0, 1, 0, 0, 0, 60, 0, data.length]);
  return Buffer.concat([head, data]);
}
