import { expect, test } from "vitest";
import { domainOf, readWebAddress, WebAddress, webAddress } from "./web-address";

test.each([
  ["https://example.com", "https://example.com"],
  ["http://example.com/", "http://example.com/"],
  [" https://example.com/a?b=c#d ", "https://example.com/a?b=c#d"],
  ["HTTPS://Example.COM/Jobs", "https://example.com/Jobs"],
  ["https://example.com:443/jobs", "https://example.com/jobs"],
  ["www.example.com", "https://www.example.com"],
  ["example.com/jobs", "https://example.com/jobs"],
  ["https://bücher.example", "https://xn--bcher-kva.example/"],
  ["https://例え.jp/求人", "https://xn--r8jz45g.jp/%E6%B1%82%E4%BA%BA"],
])("%s is the address %s", (text, address) => {
  expect(readWebAddress(text)).toEqual({ address });
  expect(webAddress(text)).toBe(address);
});

const logins = ["https://user:pass@evil.example/", "https://user@evil.example", "http://:pass@evil.example"];
const ports = ["http://example.com:22/", "https://example.com:80", "http://example.com:8080"];
const unreachable = [
  "http://127.0.0.1/",
  "http://127.1",
  "http://2130706433/",
  "http://0x7f.0.0.1",
  "http://10.1.2.3",
  "http://192.168.0.1/a",
  "http://172.16.0.1",
  "http://169.254.169.254/latest",
  "http://[::1]/",
  "http://[fe80::1]/",
  "http://[::ffff:10.0.0.1]/",
  "http://localhost",
  "http://localhost./",
  "http://intranet/jobs",
  "https://wiki.corp",
  "http://printer.local",
  "http://app.localhost",
  "http://metadata.google.internal",
  "http://8.8.8.8",
];
const others = [
  "",
  "see our site",
  "javascript:alert(1)",
  "data:text/html,a",
  "ftp://example.com",
  "https://",
  "https://a b.example",
  "N.A.",
];

test.each([
  ...logins.map((text) => [text, /^Leave out the user name/] as const),
  ...ports.map((text) => [text, /^Leave out the port/] as const),
  ...unreachable.map((text) => [text, /^Enter an address that everyone can reach/] as const),
  ...others.map((text) => [text, /^Enter an address like/] as const),
])("%j is refused", (text, fault) => {
  expect(readWebAddress(text)).toEqual({ fault: expect.stringMatching(fault) });
  expect(webAddress(text)).toBeNull();
  expect(WebAddress.safeParse(text).error?.issues[0]?.message).toMatch(fault);
});

test.each([
  ["example.com", "example.com"],
  [" @Example.COM ", "example.com"],
  ["kim@mail.example.co.uk", "mail.example.co.uk"],
  ["https://www.example.com/jobs?x=1", "example.com"],
  ["http://user:pass@example.com/", "example.com"],
  ["www.example.com.", "example.com"],
  ["bücher.example", "xn--bcher-kva.example"],
  ["", null],
  ["com", null],
  ["my company", null],
  ["127.0.0.1", null],
  ["example.com:8080", null],
  ["[::1]", null],
])("the domain of “%s” is %s", (text, domain) => expect(domainOf(text)).toBe(domain));

test("a field takes at most 500 characters, an imported address 2,000", () => {
  const address = (length: number) => "https://example.com/".padEnd(length, "a");
  expect(WebAddress.parse(address(500))).toBe(address(500));
  expect(WebAddress.safeParse(address(501)).success).toBe(false);
  expect(webAddress(address(2_000))).toBe(address(2_000));
  expect(webAddress(address(2_001))).toBeNull();
});
