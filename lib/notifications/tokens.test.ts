import { describe, expect, it } from "vitest";
import { isStopToken, makeToken, readRelevanceToken, readRemindersToken, readStopToken } from "./tokens";

// The settings want it; no token does.
process.env.DATABASE_URL ??= "postgres://localhost/none";

const [one, two] = ["0b1f3f0e-5d0c-4b6e-9d6e-0c8f3a1b2c3d", "1b1f3f0e-5d0c-4b6e-9d6e-0c8f3a1b2c3d"];
const stop = makeToken("stop", { savedSearchId: one });
const reminders = makeToken("reminders", { userId: one });
const relevant = makeToken("relevant", { userId: one, postingId: two });

describe("the token of a mail's link", () => {
  it("says what it was made for", () => {
    expect(readStopToken(stop)).toEqual({ savedSearchId: one });
    expect(readRelevanceToken(relevant)).toEqual({ userId: one, postingId: two });
    expect(readRemindersToken(reminders)).toEqual({ userId: one });
    expect([stop, reminders, relevant].map(isStopToken)).toEqual([true, true, false]);
    expect(stop).toMatch(/^[\w.-]+$/);
  });

  it.each([
    ["for another purpose", relevant],
    ["that stops other mails", reminders],
    ["of another search", stop.replace(one, two)],
    ["with another end", `${stop.slice(0, -1)}${stop.endsWith("A") ? "B" : "A"}`],
    ["cut off", stop.slice(0, -5)],
    ["without its end", one],
    ["with more in it", `${one}.${stop}`],
    ["of nothing", ""],
    ["of what is no id", makeToken("stop", { savedSearchId: "1" })],
  ])("one %s is none", (_, token) => expect(readStopToken(token)).toBeNull());

  it("and ids in another order are another's", () => {
    const [, , signature] = relevant.split(".");
    expect(readRelevanceToken(`${two}.${one}.${signature}`)).toBeNull();
    expect(readRelevanceToken(stop)).toBeNull();
  });
});
