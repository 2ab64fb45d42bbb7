import { describe, expect, test } from "vitest";
import { changeOfIdentity, identityOf, nameKeyOf, skeletonOf } from "./identity";

describe("a company's name", () => {
  test.each([
    ["Quillmark", "QUILLMARK"],
    ["Quillmark", "  quillmark "],
    ["Harbor & Vale", "harbor  &\tVale"],
    ["Harbor & Vale", "Harbor\u00a0&\u3000Vale"],
    ["Яндекс", "ЯНДЕКС"],
    ["Straße", "STRASSE"],
    ["ΟΔΟΣ Labs", "οδος labs"],
    ["IŞIK", "Işık"],
    ["Café", "Cafe\u0301"],
    ["Quillmark", "Quill\u200bmark\ufeff"],
  ])("is the same as written %j and %j", (one, other) => {
    expect(nameKeyOf(one)).toBe(nameKeyOf(other));
  });

  test.each([
    ["C++ Corp", "C Corp"],
    ["C++ Corp", "C# Corp"],
    ["さくら", "すみれ"],
    ["さくら", "サクラ"],
    ["Берёза", "Береза"],
    ["Яндекс", "株式会社メルカリ"],
    ["شركة", "حاسوب"],
    ["Acme", "Acme!"],
    ["Acme", "Äcme"],
    ["Acme Corp", "AcmeCorp"],
    ["🚀", "🦊"],
    ["+", "-"],
    ["ＮＴＴ", "NTT"],
  ])("is another as written %j and %j", (one, other) => {
    expect(nameKeyOf(one)).not.toBe(nameKeyOf(other));
  });
});

describe("a name looks like another", () => {
  test.each([
    "tallyhaven",
    "TALLYHAVEN",
    "Tally Haven",
    "Tally-Haven",
    "Tallyhaven.",
    "Tallyhaven Inc.",
    "Tallyhaven, Inc",
    "Tallyhaven GmbH & Co. KG",
    "Tallyhaven S.A.",
    "Tallyhaven A/S",
    "The Tallyhaven Group",
    "ООО Tallyhaven",
    "株式会社Tallyhaven",
    "Tallyhaven™",
    "Tallyhaven.com",
    "Tallyhaven Careers",
    "Tallyhaven Official Jobs",
    "Careers at Tallyhaven",
    "TallyhavenJobs",
    "Tаllyhaven",
    "Tаllуhаvеn",
    "ΤALLYHAVEΝ",
    "TaIlyhaven",
    "Ta11yhaven",
    "Talyhaven",
    "Tallyhavenn",
    "Tällyhävën",
    "Ｔａｌｌｙｈａｖｅｎ",
    "𝐓𝐚𝐥𝐥𝐲𝐡𝐚𝐯𝐞𝐧",
    "Tally\u200bhaven",
    "Tallyh@ven",
  ])("%s like Tallyhaven", (name) => {
    expect(skeletonOf(name)).toBe(skeletonOf("Tallyhaven"));
  });

  test.each([
    ["Looplight", "L00plight"],
    ["Modern", "Modem"],
    ["Wavelet", "VVavelet"],
    ["Yandex", "Уаndех"],
    ["Booking.com B.V.", "Booking"],
    ["Šafran", "Safran"],
    ["Qiwi", "Q1w1"],
    ["Harbor & Vale", "Harbor and Vale Ltd."],
  ])("%s like %s", (one, other) => {
    expect(skeletonOf(one)).toBe(skeletonOf(other));
  });

  test.each([
    ["Tallyhaven", "Tallyhome"],
    ["Company 1", "Company 11"],
    ["さくら", "すみれ"],
    ["Яндекс", "Сбер"],
    ["C++", "C"],
    ["Global", "Group"],
    ["Jobs Inc", "Talent Inc"],
    ["!!!", "???"],
    ["🚀", "🦊"],
  ])("%s not like %s", (one, other) => {
    expect(skeletonOf(one)).not.toBe(skeletonOf(other));
  });
});

describe("a website looks like another, or like a name", () => {
  const share = (one: Parameters<typeof identityOf>[0], other: Parameters<typeof identityOf>[0]) =>
    identityOf(one).skeletons.some((skeleton) => identityOf(other).skeletons.includes(skeleton));
  const real = { name: "Tallyhaven", website: "https://tallyhaven.example" };

  test.each([
    "https://www.tallyhaven.example/jobs",
    "https://careers.tallyhaven.example",
    "https://tallyhaven.co.uk",
    "https://tallyhaven-careers.example",
    "https://careers-tallyhaven.example",
    "https://tally-haven.com",
    "https://ta11yhaven.example",
    "https://tаllyhaven.example",
    "https://tallyhaven.evil.example",
    "https://tallyhavenjobs.example",
  ])("%s like that of Tallyhaven", (website) => {
    expect(share({ name: "Evil", website }, real)).toBe(true);
  });

  test.each([
    "https://evil.example",
    "https://jobs.evil.example",
    "https://evil.co.uk",
    "https://github.com/tallyhaven",
  ])("%s like nobody's", (website) => {
    expect(share({ name: "Evil", website }, real)).toBe(false);
  });

  test("two pages of a site where anybody may have one are not alike", () => {
    const on = (name: string) => ({ name, website: `https://boards.greenhouse.io/${name}` });
    expect(share(on("Quillmark"), on("Fernbank"))).toBe(false);
  });
});

test.each([
  [{}, null],
  [{ name: " TALLYHAVEN " }, null],
  [{ website: "http://www.tallyhaven.example/" }, null],
  [{ website: "https://tallyhaven.example/about" }, null],
  [{ name: "Stripe" }, "name"],
  [{ name: "Tallyhaven Inc" }, "name"],
  [{ name: "Tаllyhaven" }, "name"],
  [{ website: "https://stripe.com" }, "website"],
  [{ website: "https://tallyhaven.com" }, "website"],
  [{ website: "https://evil.tallyhaven.example" }, "website"],
  [{ website: null }, "website"],
  [{ name: "Stripe", website: "https://stripe.com" }, "name and website"],
])("a change to %j touches %s", (change, touched) => {
  const before = { name: "Tallyhaven", website: "https://tallyhaven.example" };
  expect(changeOfIdentity(before, { ...before, ...change })).toBe(touched);
});
