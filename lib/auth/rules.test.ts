import { describe, expect, it } from "vitest";
import { DemoSignIn, RedeemCode, RequestCode } from "./input";
import { asAdmin, codeAlphabet, normaliseCode, ownPath, sessionLength } from "./rules";

describe("where to go after signing in", () => {
  it.each([
    ["/", "/"],
    ["/jobs?skill=go&band=senior#list", "/jobs?skill=go&band=senior#list"],
    ["/employer/postings/new", "/employer/postings/new"],
    ["/a/../jobs", "/jobs"],
    ["/jobs?next=//evil.example", "/jobs?next=//evil.example"],
    ["/%0d%0aSet-Cookie:a=b", "/%0d%0aSet-Cookie:a=b"],
    ["/%5cevil.example", "/%5cevil.example"],
  ])("is %s on this site", (next, path) => expect(ownPath(next)).toBe(path));

  it.each([
    [""],
    [null],
    [undefined],
    ["jobs"],
    ["//evil.example"],
    ["///evil.example"],
    ["//evil.example@own.invalid"],
    ["/\\evil.example"],
    ["\\\\evil.example"],
    ["/\t/evil.example"],
    ["/\n/evil.example"],
    ["/\r\n/evil.example"],
    ["/.//evil.example"],
    ["/..//evil.example"],
    ["/jobs/..//evil.example"],
    ["/%2e//evil.example"],
    ["/.\\/evil.example"],
    ["https://evil.example"],
    ["HTTPS:evil.example"],
    ["javascript:alert(1)"],
    [" javascript:alert(1)"],
    ["data:text/html,x"],
    ["//[::1"],
    ["//own.invalid"],
  ])("is home and not %j", (next) => expect(ownPath(next)).toBe("/"));

  it("is on this site by what browsers make of it", () => {
    const parts = [
      "/",
      "\\",
      ".",
      "..",
      "%2e",
      "%2f",
      "%5c",
      "\t",
      "\n",
      "@",
      ":",
      "evil.example",
      "?",
      "#",
      " ",
    ];
    for (const a of parts)
      for (const b of parts)
        for (const c of parts)
          for (const d of parts) {
            const path = ownPath(`/${a}${b}${c}${d}/evil.example`);
            expect(new URL(path, "https://jobs.example").origin, JSON.stringify(path)).toBe(
              "https://jobs.example",
            );
          }
  });
});

describe("a code", () => {
  it("may be typed with spaces, dashes and small letters", () => {
    expect(normaliseCode(" abcd-EFgh 2 3\u00a0")).toBe("ABCDEFGH23");
  });

  it("has no two characters that look alike", () => {
    expect(codeAlphabet).not.toMatch(/[01OI]/);
    expect(new Set(codeAlphabet).size).toBe(codeAlphabet.length);
  });
});

it.each([
  [{ isAdmin: false, isMember: false }, 30 * 24],
  [{ isAdmin: false, isMember: true }, 12],
  [{ isAdmin: true, isMember: false }, 12],
  [{ isAdmin: true, isMember: true }, 12],
])("a session of %j lasts %i hours", (may, hours) => expect(sessionLength(may)).toBe(hours * 3_600_000));

it("the pages of the admins are not there for others", () => {
  const actor = {
    userId: "1",
    email: "a@example.com",
    name: null,
    isAdmin: false,
    deletionAt: null,
    signedInAt: new Date(0),
  };
  expect(() => asAdmin(actor)).toThrow(expect.objectContaining({ code: "not_found" }));
  expect(asAdmin({ ...actor, isAdmin: true })).toMatchObject({ userId: "1" });
});

describe("what is sent to sign in", () => {
  it("cannot bring a role along", () => {
    for (const more of [{ isAdmin: true }, { role: "owner" }, { userId: "1" }]) {
      expect(RequestCode.safeParse({ email: "a@example.com", ...more }).success).toBe(false);
      expect(RedeemCode.safeParse({ code: "ABCDEFGH", ...more }).success).toBe(false);
      expect(DemoSignIn.safeParse({ email: "admin@example.com", ...more }).success).toBe(false);
    }
  });

  it("is one address, in small letters", () => {
    expect(RequestCode.parse({ email: "  Kim@Example.COM " }).email).toBe("kim@example.com");
    for (const email of [
      "",
      "kim",
      "kim@",
      "a@b.example,c@d.example",
      "a@b.example\nBcc: c@d.example",
      `${"a".repeat(250)}@b.example`,
    ])
      expect(RequestCode.safeParse({ email }).success, email).toBe(false);
  });
});
