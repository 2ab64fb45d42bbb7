import { expect, it } from "vitest";
import { withoutIdentity } from "./identity";

const kim = { name: "Kim Müller", email: "kim.m@post.example", schools: ["Hill College", "ETH"] };
const will = { name: "Will Strand", email: "w@post.example", schools: [] };
const jose = { name: "José de la Cruz-Li", email: "jose.cruz@post.example", schools: [] };

const zelda = { name: "Zelda Quixote-Marlowe", email: "zq@post.example", schools: [] };

it.each([
  [
    "Quixote alone. Marlowe, Z. and Z. Marlowe",
    "[name hidden] alone. [name hidden], Z. and Z. [name hidden]",
    zelda,
  ],
  ["ZELDA QUIXOTE, Zelda Quixote‑Marlowe", "[name hidden], [name hidden]", zelda],
  [
    "I am Zo Quay-u12345678, or Quay, or Zo.",
    "I am [name hidden], or [name hidden], or [name hidden].",
    { name: "Zo Quay-u12345678", email: "zo@post.example", schools: [] },
  ],
  [
    "(415) 555-2671, 415-555-2671; 1-415-555-2671.",
    "[contact hidden], [contact hidden]; [contact hidden].",
    zelda,
  ],
  ["415.555.2671 4155552671 98765 43210", "[contact hidden] [contact hidden] [contact hidden]", zelda],
  ["(0)30 1234567, (+49) 30 1234567", "[contact hidden], [contact hidden]", zelda],
  [
    "zeldaquixote.dev, zq-cv.example.com and ZQ.IO",
    "[contact hidden], [contact hidden] and [contact hidden]",
    zelda,
  ],
  [
    "twitter.com/zeldaq x.com/zeldaq bitbucket.org/zq t.me/zq",
    "[contact hidden] [contact hidden] [contact hidden] [contact hidden]",
    zelda,
  ],
  ["notion.so/zq-cv, @zeldaq (@z_q)", "[contact hidden], [contact hidden] ([contact hidden])", zelda],
  [
    "ASP.NET, asp.net/mvc, socket.io, Node.js/Express, main.go, deploy.sh, v1.2.3, user.id, @nestjs/core",
    "ASP.NET, asp.net/mvc, socket.io, Node.js/Express, main.go, deploy.sh, v1.2.3, user.id, @nestjs/core",
    zelda,
  ],
  [
    "2018-2020, 05.10.2018, 1,000,000,000 rows, 99.999 %",
    "2018-2020, 05.10.2018, 1,000,000,000 rows, 99.999 %",
    zelda,
  ],
  ["I am Kim; Müller is my name.", "I am [name hidden]; [name hidden] is my name.", kim],
  ["kim müller, KIM MÜLLER, Kim Muller", "[name hidden], [name hidden], [name hidden]", kim],
  ["Kimono and Müllerstrasse stay", "Kimono and Müllerstrasse stay", kim],
  ["Write to kim.m@post.example or kim@other.example", "Write to [contact hidden] or [contact hidden]", kim],
  ["See https://kim.example/cv and github.com/kimm", "See [contact hidden] and [contact hidden]", kim],
  ["Call +49 30 1234567 or 030/1234567.", "Call [contact hidden] or [contact hidden].", kim],
  [
    "From 2018-2020, 10,000 requests, 12 345 678 rows",
    "From 2018-2020, 10,000 requests, 12 345 678 rows",
    kim,
  ],
  ["A BSc of hill college, then ETH", "A BSc of [school hidden], then [school hidden]", kim],
  ["I will strand no ledger. Will", "I [name hidden] no ledger. [name hidden]", will],
  ["I will keep it. WILL signs.", "I will keep it. [name hidden] signs.", will],
  ["Jose wrote it, de facto, says Cruz-Li", "[name hidden] wrote it, de facto, says [name hidden]", jose],
  ["jose.cruz on the forum", "[name hidden] on the forum", jose],
  ["", "", kim],
  ["Nothing (of) [note] here.", "Nothing (of) [note] here.", { name: "( [", email: "@", schools: [""] }],
])("“%s” is read as “%s”", (text, read, writer) => expect(withoutIdentity(text, writer)).toBe(read));

it("keeps other letters as they were", () => {
  expect(withoutIdentity("Ünïcode für João: 한국어, ñ.", kim)).toBe("Ünïcode für João: 한국어, ñ.");
});
