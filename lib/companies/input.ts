import { z } from "zod";
import { WebAddress } from "@/lib/web-address";
import { companySizes } from "./sizes";

const line = (max: number) => z.string().trim().max(max, `At most ${max} characters.`);

export const CompanyForm = z.strictObject({
  name: z
    .string({ error: "Give the company's name." })
    .trim()
    .min(2, "Give the company's name.")
    .max(100, "At most 100 characters."),
  website: WebAddress.optional(),
  description: line(4000).default(""),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, "Pick a country.")
    .optional(),
  size: z.enum(companySizes).optional(),
});
export type CompanyForm = z.output<typeof CompanyForm>;
