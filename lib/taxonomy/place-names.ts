/**
 * The one spelling under which names of places are compared: small letters without accents, and single blanks for whatever else stands
 * between them. "Saint-Étienne" and "saint etienne" are one.
 */
export const foldPlace = (name: string): string =>
  (isAscii(name) ? name : withoutAccents(name))
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, " ")
    .trim();

const isAscii = (name: string) => /^[ -~]*$/.test(name);

const withoutAccents = (name: string) =>
  name
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .normalize("NFC");
