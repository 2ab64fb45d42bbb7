import { z } from "zod";
import { line, paragraphs } from "@/lib/forms/fields";
import { WebAddress } from "@/lib/web-address";
import { companySizes } from "./lists";

export const CompanyForm = z.strictObject({
  name: line(100, "Enter the company's name.").min(2, "Enter the company's name."),
  website: WebAddress.optional(),
  description: paragraphs(4000).default(""),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, "Choose a country.")
    .optional(),
  size: z.enum(companySizes).optional(),
});
export type CompanyForm = z.output<typeof CompanyForm>;
