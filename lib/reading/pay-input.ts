import { z } from "zod";
import { readPay } from "./pay-field";

/** A field for pay, as a form sends it: text is read as people write amounts, a number stays that number. */
export const PayField = z.union([z.string(), z.number()]).transform((typed, context) => {
  const pay = readPay(typed);
  if (!pay)
    context.addIssue({
      code: "custom",
      message: /\d/.test(String(typed))
        ? "This amount can be read in more than one way. Write it like 85,000, 85.000 or 85k."
        : "Enter an amount, like 85,000 or 85k.",
    });
  return pay ?? z.NEVER;
});
