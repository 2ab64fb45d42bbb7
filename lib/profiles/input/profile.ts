import { z } from "zod";
import { line } from "@/lib/forms/fields";
import { type PayFault, payOf, type TypedPay } from "@/lib/reading/pay-field";
import { PayField } from "@/lib/reading/pay-input";
import { CountryList } from "@/lib/taxonomy/country-list";
import { type Band, bands, degrees, employments, workplaces } from "@/lib/taxonomy/terms";
import { isTimeZone } from "@/lib/taxonomy/time-zones";
import type { Pay } from "@/lib/taxonomy/usual-pay";
import { mostProfileSkills, type ProfileSection, profileSections, skillLevels } from "../lists";
import type { SkillNotes } from "./levels";

export const years = z
  .number({ error: "Enter a number of years." })
  .min(0, "Years cannot be negative.")
  .max(70, "At most 70 years.")
  .optional();

const you = {
  name: line(100).optional(),
  headline: line(160).default(""),
  years,
  degreeLevel: z.enum(degrees).optional(),
  degreeField: line(80).optional(),
};

const wants = {
  wantedMin: PayField.optional(),
  wantedCurrency: z
    .string()
    .regex(/^[A-Z]{3}$/, "Choose a currency.")
    .optional(),
  workplaces: z.array(z.enum(workplaces)).max(workplaces.length).default([]),
  employment: z.array(z.enum(employments)).max(employments.length).default([]),
  bands: z.array(z.enum(bands)).max(bands.length).default([]),
  countries: CountryList,
  timezone: line(60).refine(isTimeZone, "Choose a time zone like Europe/Berlin.").optional(),
  overlapHours: z
    .number({ error: "Choose a number of hours." })
    .int()
    .min(1, "At least 1 hour.")
    .max(8, "At most 8 hours.")
    .optional(),
};

const skills = {
  skills: z
    .array(
      z.strictObject({
        name: line(80).optional(),
        has: z.enum(["yes", "no"]).default("yes"),
        years,
        level: z.enum(skillLevels).optional(),
        lastUsed: z
          .number({ error: "Enter a year, like 2024." })
          .int("Enter a year, like 2024.")
          .min(1950, "Enter a year, like 2024.")
          .max(2100, "Enter a year, like 2024.")
          .optional(),
      }),
    )
    .max(mostProfileSkills, `At most ${mostProfileSkills} skills.`)
    .default([]),
};

const responsibilities = {
  responsibilities: z.record(z.string(), z.enum(["", "yes", "no"]).optional()).default({}),
};

const finding = { searchable: z.boolean().default(false) };

function refusePay(form: { wantedMin?: TypedPay; wantedCurrency?: string }, context: z.RefinementCtx) {
  const wanted = wantedPayOf(form);
  if (wanted && "at" in wanted)
    context.addIssue({ code: "custom", path: [wanted.field], message: wanted.message });
}

/** A candidate's whole profile, as it is begun from what somebody said in an address. Nothing is asked for: what is left out is "not said". */
export const ProfileForm = z
  .strictObject({ ...you, ...wants, ...skills, ...responsibilities, ...finding })
  .superRefine(refusePay);
export type ProfileForm = z.output<typeof ProfileForm>;

/** Each part of a profile by its fields. */
const fields = { you, wants, skills, responsibilities, finding } satisfies Record<ProfileSection, object>;

/** The names of the fields of a part; a list or a record of fields by its own name. */
export const fieldsOf = (section: ProfileSection): string[] => Object.keys(fields[section]);

/** Which part is opened next, where a button saves one and opens another. */
const next = z.enum(profileSections).optional();

/** One part of a profile as its form sends it. */
export const SectionForm = z.discriminatedUnion("section", [
  z.strictObject({ section: z.literal("wants"), next, ...wants }).superRefine(refusePay),
  z.strictObject({ section: z.literal("skills"), next, ...skills }),
  z.strictObject({ section: z.literal("you"), next, ...you }),
  z.strictObject({ section: z.literal("responsibilities"), next, ...responsibilities }),
  z.strictObject({ section: z.literal("finding"), next, ...finding }),
]);
export type SectionForm = z.output<typeof SectionForm>;

/** The yearly pay that the form wants, in units of its currency, null for none; what makes no sense is a fault at its field. */
export function wantedPayOf(form: {
  wantedMin?: TypedPay;
  wantedCurrency?: string;
}): Pay | (PayFault & { field: string }) | null {
  const { wantedMin: min, wantedCurrency: currency = null } = form;
  if (!min) return null;
  if (min.high) return { at: "min", field: "wantedMin", message: "Enter one amount: the minimum you want." };
  const pay = payOf({ min }, { currency, period: { period: "year", times: 1 } });
  if (!pay) return { at: "min", field: "wantedCurrency", message: "Choose the currency of the pay." };
  return "at" in pay ? { ...pay, field: "wantedMin" } : pay;
}

/** A profile as the API has it: a key that is absent was not said; `no` is an answer. Amounts in units of the currency, a year. */
export type Profile = {
  years?: number;
  degree?: { level: string; field: string | null };
  /** `evidence` counts the pieces that show it; absent is a claim. */
  skills: ({ slug: string; label: string; years: number | null; evidence?: number } & SkillNotes)[];
  responsibilities: { slug: string; label: string; evidence?: number }[];
  no: { skills: { slug: string; label: string }[]; responsibilities: { slug: string; label: string }[] };
  salary?: { min: number; currency: string };
  workplaces?: string[];
  countries?: string[];
  timezone?: string;
  /** Hours that the working days must share. */
  overlapHours?: number;
  employment?: string[];
  /** The bands of experience that are looked for. */
  bands?: Band[];
};
