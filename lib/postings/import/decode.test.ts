import fc from "fast-check";
import { encode } from "iconv-lite";
import { describe, expect, test } from "vitest";
import { decode } from "./decode";
import { only } from "./testing";

async function decoded(content: Parameters<typeof decode>[0]) {
  let text = "";
  for await (const piece of decode(content)) text += piece;
  return text;
}

/** The bytes in pieces of that many. */
async function* inPieces(bytes: Uint8Array, length: number) {
  for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length);
}

describe("encodings", () => {
  const text = "---\ntitle: Développeur à Zürich\ncompany: Café\n---\nÜber uns";
  const windows = Uint8Array.from([...text].map((char) => char.charCodeAt(0)));
  test.each([
    ["UTF-8", new TextEncoder().encode(text)],
    ["UTF-8 with a mark", new TextEncoder().encode(`\ufeff${text}`)],
    ["UTF-16 LE", new Uint8Array(Buffer.from(`\ufeff${text}`, "utf16le"))],
    ["UTF-16 LE without a mark", new Uint8Array(Buffer.from(text, "utf16le"))],
    ["UTF-16 BE", new Uint8Array(Buffer.from(`\ufeff${text}`, "utf16le").swap16())],
    ["windows-1252", windows],
  ])("%s", async (_, bytes) => {
    expect(await only(bytes)).toMatchObject({
      title: "Développeur à Zürich",
      companyName: "Café",
      description: "Über uns",
    });
  });
});

test.each([
  ["windows-1252", "Ingénieur données — Nîmes, Société Générale"],
  ["windows-1252", "Sviluppatore: è richiesta l’esperienza, qualità e velocità"],
  ["windows-1252", "Engenheiro de dados, São Paulo: remuneração e benefícios"],
  ["windows-1252", "Vi søger en udvikler til København – løn på 50.000 kr"],
  ["windows-1252", "It’s a “smart” quote – only punctuation; pay: £50,000"],
  ["windows-1250", "Programista w Łodzi, wynagrodzenie 15 000 zł, umiejętność pracy"],
  ["windows-1250", "Vývojář v Praze: plat od 80 000 Kč, příjemné prostředí"],
  ["windows-1250", "Szoftverfejlesztő Győrben, előny a jó magyar nyelvtudás"],
  ["windows-1250", "Razvijalec v Ljubljani, življenjepis, plača in možnosti"],
  ["windows-1251", "Разработчик на Go, Москва, зарплата от 300 000 рублей"],
  ["windows-1251", "Software Engineer — Київ, досвід роботи від трьох років"],
  ["koi8-r", "Разработчик на Go, Москва, опыт работы от трёх лет"],
  ["windows-1253", "Προγραμματιστής στην Αθήνα με εμπειρία σε Java"],
  ["windows-1254", "Yazılım geliştirici, İstanbul, maaş ve çalışma koşulları"],
])("%s is told by its letters: %s", async (encoding, text) => {
  expect(await decoded(new Uint8Array(encode(text, encoding)))).toBe(text);
});

test("what a file declares goes before a guess", async () => {
  const xml = '<?xml version="1.0" encoding="ISO-8859-2"?><a>łódź</a>';
  expect(await decoded(new Uint8Array(encode(xml, "ISO-8859-2")))).toBe(xml);
});

test("one broken letter makes UTF-8 no other encoding, nor does the end within a letter", async () => {
  const text = new TextEncoder().encode("Zürich, Göteborg, Kraków, Łódź und Århus");
  expect(await decoded(text.map((byte, at) => (at === 2 ? 0x20 : byte)))).toContain("Göteborg, Kraków, Łódź");
  expect(await decoded(new TextEncoder().encode(`${"Köln ".repeat(20)}ü`).subarray(0, -1))).toContain(
    "Köln Köln",
  );
});

test("a last letter beyond ASCII is one", async () => {
  expect(await decoded(new Uint8Array(encode(`${"plain ".repeat(20)}café`, "windows-1252")))).toMatch(
    / café$/,
  );
});

test("letters beyond ASCII may come late in a large file", async () => {
  const text = `${"plain text\r\n".repeat(50_000)}Düsseldorf`;
  const bytes = new Uint8Array(encode(text, "windows-1252"));
  expect((await decoded(inPieces(bytes, 65_536))).slice(-21)).toBe("plain text\nDüsseldorf");
});

test("a text is the same in whatever pieces it comes", async () => {
  const text = fc.string({
    unit: fc.constantFrom("a", "é", "ł", "😀", "\r", "\n", "\r\n", ","),
    maxLength: 60,
  });
  await fc.assert(
    fc.asyncProperty(text, fc.integer({ min: 1, max: 7 }), async (given, length) => {
      const bytes = new TextEncoder().encode(given);
      expect(await decoded(inPieces(bytes, length))).toBe(given.replace(/\r\n?/g, "\n"));
    }),
  );
});
