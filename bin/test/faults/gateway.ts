import { once } from "node:events";
import { connect, createServer, type Server, type Socket } from "node:net";
import { setTimeout as wait } from "node:timers/promises";

/** What the network between the product and its database does to a connection. */
export type Network =
  /** Carries everything. */
  | "open"
  /** Nobody listens. */
  | "refused"
  /** Answers a connect with RST. */
  | "reset"
  /** Accepts, and closes with FIN. */
  | "closed"
  /** Closes with FIN when the first bytes have come. */
  | "closed-in-startup"
  /** Takes everything and carries nothing, either way, until it is open again. */
  | "silent"
  /** Carries everything a second later, either way. */
  | "slow"
  /** Carries what is asked, and of an answer only its beginning, then resets. */
  | "cut-in-answer";

/** Bytes of an answer that still come where it is cut. */
const beginning = 10_000;

type Pair = { near: Socket; far?: Socket };

/** A stretch of network on loopback that a test can break and mend. */
export class Gateway {
  /** When each connection was asked for, in milliseconds; those refused are not seen. */
  readonly connects: number[] = [];
  private readonly pairs = new Set<Pair>();
  private server: Server | undefined;
  private state: Network = "open";

  private constructor(
    private readonly target: { host: string; port: number },
    private chosenPort = 0,
  ) {}

  /** Opens one that leads to the server of `url`. */
  static async before(url: string): Promise<Gateway> {
    const { hostname, port } = new URL(url);
    const gateway = new Gateway({ host: hostname, port: Number(port || 5432) });
    await gateway.listen();
    return gateway;
  }

  /** The same address, through this gateway. */
  through(url: string): string {
    const led = new URL(url);
    led.hostname = "127.0.0.1";
    led.port = String(this.chosenPort);
    return led.href;
  }

  /** From here on the network is like that. Connections that stand are held when it is silent, and go on when it opens. */
  async set(state: Network): Promise<void> {
    const before = this.state;
    this.state = state;
    if (state === "refused") await this.hangUp();
    else if (before === "refused") await this.listen();
    for (const pair of this.pairs) {
      if (state === "silent") for (const end of [pair.near, pair.far]) end?.pause();
      if (state !== "open") continue;
      if (!pair.far) this.join(pair);
      for (const end of [pair.near, pair.far]) end?.resume();
    }
  }

  /** Cuts the connections that stand, with RST as a crash of the machine does, or with FIN. */
  cut(how: "reset" | "close" = "reset"): void {
    for (const { near, far } of this.pairs) {
      if (how === "reset") near.resetAndDestroy();
      else near.destroy();
      far?.destroy();
    }
    this.pairs.clear();
  }

  /** Waits until no connection stands any more: the product has closed its ends too. */
  async emptied(): Promise<void> {
    await Promise.all([...this.pairs].map(({ near }) => once(near, "close")));
  }

  async close(): Promise<void> {
    this.cut();
    await this.hangUp();
  }

  private async listen() {
    this.server = createServer({ allowHalfOpen: true }, (near) => this.accept(near));
    this.server.listen(this.chosenPort, "127.0.0.1");
    await once(this.server, "listening");
    this.chosenPort = (this.server.address() as { port: number }).port;
  }

  /** Frees the port at once; the connections that stand are not touched. */
  private async hangUp() {
    const { server } = this;
    this.server = undefined;
    if (!server) return;
    // `close` calls back when the last connection has gone, but stops listening before it returns.
    server.close();
  }

  private accept(near: Socket) {
    this.connects.push(Date.now());
    near.on("error", () => {});
    if (this.state === "reset") return near.resetAndDestroy();
    if (this.state === "closed") return near.end();
    if (this.state === "closed-in-startup") return near.once("data", () => near.end());
    const pair: Pair = { near };
    this.pairs.add(pair);
    near.once("close", () => {
      this.pairs.delete(pair);
      pair.far?.destroy();
    });
    if (this.state === "silent") return near.pause();
    this.join(pair);
  }

  /** What of the bytes still comes: where an answer is cut, its beginning, and then the reset. */
  private cutOff({ near, far }: Pair, from: Socket, bytes: Buffer): Buffer {
    if (this.state !== "cut-in-answer" || from !== far || bytes.length < beginning) return bytes;
    setImmediate(() => {
      near.resetAndDestroy();
      far?.destroy();
    });
    return bytes.subarray(0, beginning);
  }

  /** Each end's FIN and RST go on to the other, as on a network without anything in between. */
  private join(pair: Pair) {
    const { near } = pair;
    const far = connect({ ...this.target, allowHalfOpen: true });
    pair.far = far;
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      // One after the other, also while the network changes.
      let carried: Promise<unknown> = Promise.resolve();
      one.on("data", (bytes) => {
        const late = this.state === "slow" ? wait(1_000) : undefined;
        carried = carried.then(() => late).then(() => other.write(this.cutOff(pair, one, bytes)));
      });
      one.once("end", () => {
        carried = carried.then(() => other.end());
      });
      one.once("error", () => other.resetAndDestroy());
    }
  }
}
