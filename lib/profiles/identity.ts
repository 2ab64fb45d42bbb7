import type { OwnProof } from "./input/resume";

/** What an employer reads in the place of what is hidden from them yet. */
const hiddenName = "[name hidden]";
const hiddenContact = "[contact hidden]";
const hiddenSchool = "[school hidden]";

/** Who wrote a text, as far as the text may tell. */
export type Writer = { name: string; email: string; schools: readonly string[] };

/**
 * A text without its writer's name, schools and contact: their full name in any case, each part of it as it is written or in capitals
 * (a Will says "will" too), their address and any other, web addresses and telephone numbers. Marks over letters make no difference.
 */
export function withoutIdentity(text: string, { name, email, schools }: Writer): string {
  const parts = name.split(/[\s.,]+/).filter((part) => /\p{L}{2}/u.test(part));
  const local = email.split("@")[0] ?? "";
  const names = [
    ...(parts.length > 1 ? [word(parts.map(letters).join("[\\s.,]+"), "giu")] : []),
    ...(local.length > 4 ? [word(letters(local), "giu")] : []),
    ...parts
      .filter(isTelling)
      .flatMap((part) => [word(letters(part), "gu"), word(letters(part.toUpperCase()), "gu")]),
  ];
  let left = text.normalize("NFD").replace(contact, hiddenContact);
  for (const school of schools)
    if (/\p{L}{2}/u.test(school)) left = left.replace(word(letters(school.trim()), "giu"), hiddenSchool);
  for (const one of names) left = left.replace(one, hiddenName);
  return left.normalize("NFC");
}

/** Evidence and studies without links, schools, and their writer's name in any text. */
export function proofWithoutIdentity({ evidence, education }: OwnProof, writer: Writer): OwnProof {
  const masked = (text: string) => withoutIdentity(text, writer);
  return {
    evidence: evidence
      .filter(({ kind }) => kind !== "link")
      .map((piece) => ({
        ...piece,
        title: masked(piece.title),
        organisation: masked(piece.organisation),
        text: masked(piece.text),
        url: "",
      })),
    education: education.map((study) => ({
      ...study,
      degree: masked(study.degree),
      field: masked(study.field),
      school: "",
    })),
  };
}

/** The "de" and "van" of a name are words of other texts too. */
const isTelling = (part: string) => part.length > 3 || part !== part.toLowerCase();

/** Addresses of mail and of the web, then telephone numbers, which begin with + or 0. */
const contact =
  /[^\s@<>()]{1,64}@[^\s@<>()]{1,255}|(?:https?:\/\/|www\.)[^\s<>()]{1,2000}|\b(?:linkedin|github|gitlab)\.com\/[^\s<>()]{1,200}|(?<![\p{L}\d])(?:\+|0)\d[\d ()/-]{5,20}\d/giu;

/** As a word of its own: no letter or mark on either side. */
const word = (pattern: string, flags: string) =>
  new RegExp(`(?<![\\p{L}\\p{M}\\d])${pattern}(?![\\p{L}\\p{M}\\d])`, flags);

/** The letters of a text, each with any marks; all else as it is. */
const letters = (text: string) =>
  [...text.normalize("NFD").replace(/\p{M}/gu, "")]
    .map((sign) => (/\p{L}/u.test(sign) ? `${sign}\\p{M}*` : sign.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&")))
    .join("");
