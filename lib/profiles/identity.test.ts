import { expect, it } from "vitest";
import { withoutIdentity } from "./identity";

const kim = { name: "Kim Müller", email: "kim.m@post.example", schools: ["Hill College", "ETH"] };
const will = { name: "Will Strand", email: "w@post.example", schools: [] };
const jose = { name: "José de la Cruz-Li", email: "jose.cruz@post.example", schools: [] };

it.each([
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
