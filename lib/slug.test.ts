import { expect, test } from "vitest";
import { slugOf, slugShape } from "./slug";

test.each([
  ["Łódź Backend", "lodz-backend"],
  ["Ørsted", "orsted"],
  ["Zürich", "zurich"],
  ["Straße", "strasse"],
  ["Æsir & Sons", "aesir-and-sons"],
  ["Þórshöfn", "thorshofn"],
  ["İstanbul", "istanbul"],
  ["St. John’s", "st-johns"],
  ["さくら", "sakura"],
  ["すみれ", "sumire"],
  ["か\u3099く", "gaku"],
  ["Берёза", "bereza"],
  ["Москва", "moskva"],
  ["Ελλάδα", "ellada"],
  ["서울 Games", "seoul-games"],
  ["深圳", "shenzhen"],
  ["ＮＴＴ", "ntt"],
  ["C#", "c-sharp"],
  ["C++ Corp", "cpp-corp"],
  ["C Corp", "c-corp"],
  ["Google+", "google-plus"],
  ["R&D", "r-and-d"],
  [".NET & Node.js", "net-and-node-js"],
  ["#1 Employer", "1-employer"],
  ["🚀 Senior Go Developer 🇩🇪", "senior-go-developer"],
  ["  --a--  ", "a"],
])("the slug of %s is %s", (text, slug) => {
  expect(slugOf(text)).toBe(slug);
  expect(slugOf(slug)).toBe(slug);
});

test.each(["🚀", "🚀🚀", "!!!", "", "\u200b", "—", "👍🏽"])(
  "%j, of which nothing can be written, has a slug of its own",
  (text) => {
    expect(slugOf(text)).toMatch(/^[0-9a-f]{8}$/);
    expect(slugOf(text)).toBe(slugOf(text));
    expect(slugOf(text)).not.toBe(slugOf(`${text}?`));
  },
);

test.each([
  "株式会社メルカリ",
  "محمد",
  "עברית",
  "ไทย",
  "हिन्दी",
  "ქართული",
  "Հայաստան",
  "አማርኛ",
  "தமிழ்",
  "បាត់ដំបង",
])("%s has a slug of more than a hash", (text) => {
  expect(slugOf(text)).toMatch(slugShape);
  expect(slugOf(text)).not.toMatch(/^[0-9a-f]{8}$/);
});

test("a slug is at most 60 characters, and ends in none of its hyphens", () => {
  for (let length = 55; length < 70; length++) {
    const slug = slugOf(`${"a".repeat(length)} ${"b".repeat(40)}`);
    expect(slug).toMatch(slugShape);
    expect(slug.length).toBeLessThanOrEqual(60);
  }
});
