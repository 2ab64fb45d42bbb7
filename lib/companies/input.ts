import { z } from "zod";
import { line, paragraphs } from "@/lib/forms/fields";
import { WebAddress } from "@/lib/web-address";
import { companySizes } from "./lists";

export const CompanyForm = z.strictObject({
  name: line(100, "Give the company's name.").min(2, "Give the company's name."),
  website: WebAddress.optional(),
  description: paragraphs(4000).default(""),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, "Pick a country.")
    .optional(),
  size: z.enum(companySizes).optional(),
});
export type CompanyForm = z.output<typeof CompanyForm>;
