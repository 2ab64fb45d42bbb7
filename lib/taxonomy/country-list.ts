import { z } from "zod";
import { countryCode } from "./country-names";
import { foldPlace } from "./place-names";
import { countriesOfRegion } from "./regions";

const codesOf = (text: string): readonly string[] | null => {
  const code = countryCode(text);
  return code === null ? countriesOfRegion(foldPlace(text)) : [code];
};

/** Countries as a form sends them: names or codes, or regions ("EU"), separated by commas or lines; gives their codes, each once. */
export const CountryList = z
  .string()
  .max(4000, "Enter at most 4,000 characters.")
  .optional()
  .transform((text, context) => {
    const given = (text ?? "")
      .split(/[,;\n]/)
      .map((part) => part.trim())
      .filter(Boolean);
    const unknown = given.filter((part) => codesOf(part) === null);
    if (unknown.length > 0)
      context.addIssue({ code: "custom", message: `We do not know a country called ${unknown.join(", ")}.` });
    return [...new Set(given.flatMap((part) => codesOf(part) ?? []))];
  });
