import { z } from "zod";
import { countryCode } from "./country-names";

/** Countries as a form sends them: names or codes, separated by commas or lines; gives their codes, each once. */
export const CountryList = z
  .string()
  .max(4000, "Enter at most 4,000 characters.")
  .optional()
  .transform((text, context) => {
    const given = (text ?? "")
      .split(/[,;\n]/)
      .map((part) => part.trim())
      .filter(Boolean);
    const unknown = given.filter((part) => countryCode(part) === null);
    if (unknown.length > 0)
      context.addIssue({ code: "custom", message: `We do not know a country called ${unknown.join(", ")}.` });
    return [...new Set(given.flatMap((part) => countryCode(part) ?? []))];
  });
