import { resolveSkill } from "@/lib/taxonomy/catalogue";
import type { OwnProof } from "./input/resume";

/** What an employer reads in the place of what is hidden from them yet. */
const hiddenName = "[name hidden]";
const hiddenContact = "[contact hidden]";
const hiddenSchool = "[school hidden]";

/** Who wrote a text, as far as the text may tell. */
export type Writer = { name: string; email: string; schools: readonly string[] };

/**
 * A text without its writer's name, schools and contact: their full name in any case, each part of it as it is written or in capitals
 * (a Will says "will" too), initials beside a part, their address and any other, web addresses with and without a protocol, names in
 * networks (@zelda), and telephone numbers. Marks over letters make no difference.
 */
export function withoutIdentity(text: string, { name, email, schools }: Writer): string {
  const parts = name.split(nameBreaks).filter((part) => part.length > 1 && /\p{L}/u.test(part));
  const local = email.split("@")[0] ?? "";
  const names = [
    ...(parts.length > 1 ? [word(parts.map(letters).join(nameBreaks.source), "giu")] : []),
    ...(local.length > 4 ? [word(letters(local), "giu")] : []),
    ...parts
      .filter(isTelling)
      .flatMap((part) => [word(letters(part), "gu"), word(letters(part.toUpperCase()), "gu")]),
  ];
  let left = withoutContacts(text.normalize("NFD"));
  for (const school of schools)
    if (/\p{L}{2}/u.test(school)) left = left.replace(word(letters(school.trim()), "giu"), hiddenSchool);
  for (const one of names) left = left.replace(one, hiddenName);
  return left.replace(namesInRow, hiddenName).normalize("NFC");
}

/** A text without what leads to a person outside of the service: addresses of mail and of the web, names in networks, telephone numbers. */
export function withoutContacts(text: string): string {
  let left = text;
  for (const kind of contacts)
    left = left.replace(kind, (found) => (isTechnology(found) ? found : hiddenContact));
  return left;
}

/** The parts of a name that stood side by side. */
const namesInRow = /\[name hidden\](?:[\s.‐-]{1,3}\[name hidden\])+/gu;

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

/** Evidence and studies without contact details in any text; the links that are the evidence itself stay. */
export const proofWithoutContacts = ({ evidence, education }: OwnProof): OwnProof => ({
  evidence: evidence.map((piece) => ({
    ...piece,
    title: withoutContacts(piece.title),
    organisation: withoutContacts(piece.organisation),
    text: withoutContacts(piece.text),
  })),
  education: education.map((study) => ({
    ...study,
    degree: withoutContacts(study.degree),
    field: withoutContacts(study.field),
  })),
});

/** The "de" and "van" of a name are words of other texts too. */
const isTelling = (part: string) => part.length > 3 || part !== part.toLowerCase();

/** A name is written in parts: "Quixote-Marlowe" is two, since people go by one of them. */
const nameBreaks = /[\s.,‐‑‒–—-]+/u;

/** Endings by which a host is told from other words with a dot in them. */
const endings =
  "com|org|net|edu|io|dev|app|me|co|ai|info|biz|xyz|tech|page|site|blog|online|cloud|link|social|work|wiki|example|eu|uk|de|fr|es|it|nl|be|ch|at|se|no|dk|fi|pl|cz|sk|pt|ie|us|ca|mx|br|ar|cl|in|jp|kr|cn|tw|hk|sg|au|nz|za|il|tr|ua|ru|ro|hu|bg|gr|lt|lv|ee|lu|tv|gg|ly|vc|ph|th|vn|pk|ng|ke";
/** Hosts whose endings are words elsewhere ("deploy.sh", "user.id"), and so count with a path alone. */
const endingsOfPaths = `${endings}|sh|to|so|fm|id|is|la|my|st|cc|gl`;
const labels = "(?<![\\p{L}\\p{M}\\d@.-])(?:[\\w-]{1,63}\\.){1,6}";

/** What leads to a person outside of the service. */
const contacts = [
  // Addresses of mail.
  /[^\s@<>()]{1,64}@[^\s@<>()]{1,255}/giu,
  // Addresses of the web, with a protocol or "www", with a path, or by their ending.
  /(?:https?:\/\/|www\.)[^\s<>()]{0,2000}[^\s<>().,;:!?]/giu,
  new RegExp(`${labels}(?:${endingsOfPaths})/[^\\s<>()]{0,200}[^\\s<>().,;:!?]`, "giu"),
  new RegExp(`${labels}(?:${endings})(?![\\p{L}\\p{M}\\d-]|\\.[\\p{L}\\d])`, "giu"),
  // Names in networks; "@nestjs/core" is a package.
  /(?<![\p{L}\p{M}\d])@[\p{L}\d_][\p{L}\d_.-]{0,62}[\p{L}\d_](?![\p{L}\d/])/giu,
  // Telephone numbers: they begin with + or 0, or have ten digits, as in "(415) 555-2671", "1-415-555-2671" and "98765 43210".
  /(?<![\p{L}\d])\(?(?:\+|0)\)?\d[\d ()/-]{5,20}\d/gu,
  /(?<![\p{L}\d.,])(?:1[ .-]?)?(?:\(\d{3}\) ?|\d{3}[ .-]?)\d{3}[ .-]?\d{4}(?![\d.,]\d|\d)/gu,
  /(?<![\p{L}\d.,])\d{5}[ -]\d{5}(?![\d.,]\d|\d)/gu,
];

/** Names of technologies look like hosts: "ASP.NET", "socket.io". */
const isTechnology = (found: string) => resolveSkill(found.split("/", 1)[0] ?? "") !== null;

/** As a word of its own: no letter or mark on either side. */
const word = (pattern: string, flags: string) =>
  new RegExp(`(?<![\\p{L}\\p{M}\\d])${pattern}(?![\\p{L}\\p{M}\\d])`, flags);

/** The letters of a text, each with any marks; all else as it is. */
const letters = (text: string) =>
  [...text.normalize("NFD").replace(/\p{M}/gu, "")]
    .map((sign) => (/\p{L}/u.test(sign) ? `${sign}\\p{M}*` : sign.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&")))
    .join("");
