import { z } from "zod";
import { mostBytes, mostPasted } from "./rules";

export const StartImport = z
  .strictObject({
    companyId: z.uuid(),
    /** From the page, so that sending the form twice makes one import. */
    id: z.uuid(),
    file: z
      .file()
      .max(mostBytes, "This file is larger than 2 MB. Split it, then import each part.")
      .optional(),
    text: z
      .string()
      .max(mostPasted, `At most ${mostPasted.toLocaleString("en")} characters. Save the text as a file.`)
      .optional(),
  })
  .superRefine(({ file, text }, context) => {
    if (!file && !text?.trim())
      context.addIssue({ code: "custom", message: "Choose a file, or paste its text.", path: ["file"] });
  });
export type StartImport = z.output<typeof StartImport>;

export const OneImport = z.strictObject({ id: z.uuid() });
export type OneImport = z.output<typeof OneImport>;
