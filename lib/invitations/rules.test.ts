import { describe, expect, it } from "vitest";
import { decline, invitationsPerDay, invite } from "./rules";

describe("an invitation", () => {
  it.each([
    [{ live: true, applied: false, sent: 0 }, null],
    [{ live: true, applied: false, sent: invitationsPerDay - 1 }, null],
    [{ live: true, applied: false, sent: invitationsPerDay }, /50 invitations/],
    [{ live: false, applied: false, sent: 0 }, /not live/],
    [{ live: true, applied: true, sent: 0 }, /already applied/],
  ])("of %j is refused with %s", (given, words) => {
    if (words) expect(() => invite(given)).toThrow(words);
    else expect(() => invite(given)).not.toThrow();
  });

  it("is declined once, and stays declined since then", () => {
    const [first, later] = [new Date(1), new Date(2)];
    expect(decline({ declinedAt: null, applied: false }, first)).toEqual({ declinedAt: first });
    expect(decline({ declinedAt: first, applied: false }, later)).toEqual({ declinedAt: first });
    expect(() => decline({ declinedAt: null, applied: true }, first)).toThrow(/withdraw/);
  });
});
