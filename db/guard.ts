import type { Sql } from "postgres";
import type { Patience } from "./patience";

/**
 * The pool with a limit to waiting for a connection, which postgres.js lacks. Its habit of sending a question behind another one
 * that is under way is off: the second would wait for the first whatever is free, and could not be taken back.
 */
export function guard(pool: Sql, patienceOf: () => Patience): Sql {
  return overlay(pool, {
    unsafe: (query, args, options) => {
      let onsent = () => {};
      const sent = new Promise<void>((resolve) => {
        onsent = resolve;
      });
      // The library's own hook: false says that nothing more fits onto the connection until this is answered.
      const hook = { onexecute: () => onsent() ?? false };
      const asked = pool.unsafe(query, args, { ...options, ...hook }) as Pending;
      return lazily(asked, (answer) => hiding(args, race(asked, sent, answer, patienceOf())));
    },
    begin: (work) => begin(pool, work, patienceOf()),
  });
}

/** What Drizzle asks in a transaction has its connection already, and waits for nobody. */
function guardInside(inner: Sql): Sql {
  return overlay(inner, {
    unsafe: (query, args, options) =>
      lazily(inner.unsafe(query, args, options), (answer) => hiding(args, answer)),
  });
}

type Unsafe = Sql["unsafe"];
type Pending = ReturnType<Unsafe> & { state: unknown; cancel(): unknown };
type Work = (inner: Sql) => Promise<unknown>;
type Overlay = { unsafe: (...args: Parameters<Unsafe>) => object; begin?: (work: Work) => Promise<unknown> };

function overlay(sql: Sql, by: Overlay): Sql {
  return new Proxy(sql, {
    get: (target, key) => (key in by ? by[key as keyof Overlay] : Reflect.get(target, key)),
  });
}

/** A question in the shape in which Drizzle uses the library's own: it is asked when somebody wants the answer. */
function lazily(asked: ReturnType<Unsafe>, settle: (answer: PromiseLike<unknown>) => Promise<unknown>) {
  return {
    // biome-ignore lint/suspicious/noThenProperty: stands in for the library's own lazy promise.
    then: (done?: (rows: unknown) => unknown, failed?: (error: unknown) => unknown) =>
      settle(asked).then(done, failed),
    values: () => settle(asked.values()),
  };
}

/** Drizzle writes the parameters of what failed into its error, and Next that error into the log, where no token may stand. */
async function hiding<T>(args: unknown[] | undefined, answer: PromiseLike<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    args?.fill("…");
    throw error;
  }
}

function race<T>(
  asked: Pending,
  sent: Promise<void>,
  answer: PromiseLike<T>,
  patience: Patience,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const isSent = patience.connection.spend(() => {
      // With a state it has been sent. To cancel it then could hit the next question on that connection.
      if (asked.state) return;
      asked.cancel();
      reject(busy());
    });
    const isAnswered = patience.answer.spend(() => reject(slow()));
    sent.then(isSent);
    answer.then(resolve, reject).then(() => {
      isSent();
      isAnswered();
    });
  });
}

/** One that got its connection after its asker was told “try again” does nothing: it would be done twice. */
function begin(pool: Sql, work: Work, patience: Patience): Promise<unknown> {
  return new Promise((resolve, reject) => {
    let late = false;
    const isSent = patience.connection.spend(() => {
      late = true;
      reject(busy());
    });
    pool
      .begin((inner) => {
        isSent();
        if (late) throw new Error("The asker has gone.");
        return work(guardInside(inner as unknown as Sql));
      })
      .then(resolve, reject)
      .finally(isSent);
  });
}

/**
 * With codes like the library's own, which `asRefusal` takes for “try again”. Not of a class of ours: the pool is shared by all copies
 * of this module that the bundler makes, and each copy has classes of its own.
 */
const fault = (code: string, message: string) => Object.assign(new Error(message), { code });
const busy = () => fault("CONNECTION_BUSY", "Every database connection is busy.");
const slow = () => fault("CONNECTION_SLOW", "The database did not answer in time.");
