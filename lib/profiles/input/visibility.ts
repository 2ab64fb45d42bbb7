import { z } from "zod";
import { domainOf } from "@/lib/web-address";

/** Whether employers may find the candidate. */
export const Searchable = z.strictObject({ searchable: z.boolean().default(false) });
export type Searchable = z.output<typeof Searchable>;

/** A company by its name, as the list of suggestions has it. */
export const BlockCompany = z.strictObject({
  company: z.string({ error: "Enter a company name." }).trim().max(120, "At most 120 characters."),
});
export type BlockCompany = z.output<typeof BlockCompany>;

export const BlockDomain = z.strictObject({
  domain: z
    .string({ error: "Enter a domain like example.com." })
    .max(300, "At most 300 characters.")
    .transform((text, context) => {
      const domain = domainOf(text);
      if (!domain)
        context.addIssue({
          code: "custom",
          message: "Enter a domain like example.com, or an e-mail address at it.",
        });
      return domain ?? "";
    }),
});
export type BlockDomain = z.output<typeof BlockDomain>;

export const UnblockCompany = z.strictObject({ companyId: z.uuid() });
export type UnblockCompany = z.output<typeof UnblockCompany>;

export const UnblockDomain = z.strictObject({ domain: z.string().max(253) });
export type UnblockDomain = z.output<typeof UnblockDomain>;
