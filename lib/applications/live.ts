import { listen } from "@/db/client";
import type { Actor } from "@/lib/auth/input";
import { listAliveSessions } from "@/lib/auth/queries";
import { listCompanyIds } from "@/lib/companies/queries";
import { logger } from "@/lib/log";

/** Milliseconds between two signs of life to each browser, each after a look whether its session goes on. */
const beatEvery = 15_000;
/** Connections of one person: further tabs of a browser share one. The oldest gives way. */
const mostEach = 4;
/** Chunks that a browser may leave unread before it counts as gone. */
const mostUnread = 64;
/** Milliseconds after which a browser that lost its connection asks again. */
const retryAfter = 5_000;

/** What the database says of an application that changed. `candidateId` is null for what candidates do not see; `actorId` has seen it already. */
type Change = { eventId: number; actorId: string | null; candidateId: string | null; companyId: string };

type Listener = {
  userId: string;
  token: string;
  companies: ReadonlySet<string>;
  send: (text: string) => void;
  end: () => void;
};

/** Shared by all copies of this module that the bundler makes. */
declare global {
  var backplaneLive: Live | undefined;
}

/**
 * Tells signed-in browsers that an application of theirs, or of their company, changed: that it did and nothing more, so that each then asks for
 * its page with its own rights.
 */
export class Live {
  private readonly listeners = new Set<Listener>();

  /** A connection of the actor, as `text/event-stream`. One that `isResumed` is told at once: it may have missed something. */
  async open(actor: Pick<Actor, "userId">, token: string, isResumed: boolean): Promise<ReadableStream> {
    const companies = new Set((await listCompanyIds([actor.userId])).map(({ companyId }) => companyId));
    const own = [...this.listeners].filter(({ userId }) => userId === actor.userId);
    for (const oldest of own.slice(0, Math.max(0, own.length + 1 - mostEach))) oldest.end();
    let listener: Listener;
    return new ReadableStream<Uint8Array>({
      start: (controller) => {
        listener = this.add(controller, { userId: actor.userId, token, companies });
        listener.send(`retry: ${retryAfter}\nid: 0\n\n`);
        if (isResumed) listener.send(changed(0));
      },
      cancel: () => void this.listeners.delete(listener),
    });
  }

  /** Tells those whom it concerns, and whose session goes on. */
  async tell({ eventId, actorId, candidateId, companyId }: Change) {
    const concerned = [...this.listeners].filter(
      ({ userId, companies }) => userId !== actorId && (userId === candidateId || companies.has(companyId)),
    );
    await this.endOver(concerned);
    for (const listener of concerned) if (this.listeners.has(listener)) listener.send(changed(eventId));
  }

  /** Tells everyone: changes may have been missed. */
  tellAll() {
    for (const listener of this.listeners) listener.send(changed(0));
  }

  /** Ends the connections whose session is over, takes in who belongs to which company by now, and gives the others a sign of life. */
  async beat() {
    await this.endOver([...this.listeners]);
    const users = [...new Set([...this.listeners].map(({ userId }) => userId))];
    const rows = users.length > 0 ? await listCompanyIds(users) : [];
    for (const listener of this.listeners) {
      listener.companies = new Set(
        rows.flatMap(({ userId, companyId }) => (userId === listener.userId ? companyId : [])),
      );
      listener.send(":\n\n");
    }
  }

  endAll() {
    for (const listener of [...this.listeners]) listener.end();
  }

  private async endOver(some: readonly Listener[]) {
    if (some.length === 0) return;
    const alive = new Set(await listAliveSessions([...new Set(some.map(({ token }) => token))]));
    for (const listener of some) if (!alive.has(listener.token)) listener.end();
  }

  private add(
    controller: ReadableStreamDefaultController<Uint8Array>,
    who: Pick<Listener, "userId" | "token" | "companies">,
  ): Listener {
    const listener: Listener = {
      ...who,
      send: (text) => {
        if ((controller.desiredSize ?? 0) < -mostUnread) listener.end();
        else controller.enqueue(new TextEncoder().encode(text));
      },
      end: () => {
        if (this.listeners.delete(listener)) controller.close();
      },
    };
    this.listeners.add(listener);
    return listener;
  }
}

const changed = (id: number) => `event: change\nid: ${id}\ndata: change\n\n`;

/** Begins to hear of changes in this process; gives when it does, and what ends it with all connections. */
export function startLive(): { ready: Promise<unknown>; stop: () => Promise<void> } {
  const live = new Live();
  globalThis.backplaneLive = live;
  const failed = (error: unknown) => logger.warn({ err: error }, "browsers were not told of a change");
  const beating = setInterval(() => void live.beat().catch(failed), beatEvery);
  beating.unref();
  const listening = listen(
    "application_changes",
    (payload) => void live.tell(JSON.parse(payload) as Change).catch(failed),
    () => live.tellAll(),
  ).catch(failed);
  // A connection that stays open would hold up the end of the process.
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => live.endAll());
  return {
    ready: listening,
    stop: async () => {
      clearInterval(beating);
      live.endAll();
      globalThis.backplaneLive = undefined;
      await (await listening)?.stop();
    },
  };
}

/** The connections of this process; null before it serves. */
export const findLive = (): Live | null => globalThis.backplaneLive ?? null;
