import { z } from "zod";
import { slugShape } from "@/lib/slug";
import { isCountryCode } from "@/lib/taxonomy/countries";
import { degrees, employments, workplaces } from "@/lib/taxonomy/terms";
import { isTimeZone } from "@/lib/taxonomy/time-zones";

const years = z
  .number("must be a number of years.")
  .min(0, "cannot be negative.")
  .max(70, "must be at most 70.")
  .nullish();
const evidence = z
  .int("must be a whole number of pieces.")
  .min(0, "cannot be negative.")
  .max(1000, "must be at most 1000.")
  .nullish();
const slug = z
  .string("must be a slug, like api-integration.")
  .max(100, "must be at most 100 characters.")
  .regex(slugShape, "must be a slug, like api-integration.");
const upTo = <T extends z.ZodType>(max: number, item: T) =>
  z.array(item, "must be a list.").max(max, `must be at most ${max} of these.`).nullish();
const oneOf = <const T extends readonly [string, ...string[]]>(values: T) =>
  z.enum(values, `must be one of ${values.join(", ")}.`);

const mostSkills = 200;
const mostResponsibilities = 50;

/**
 * A profile in the API (rules, version 1): every key may be absent or null, which means "not stated". `readMatchProfile` checks whether its
 * slugs are in the taxonomy.
 */
export const MatchProfile = z.strictObject(
  {
    years,
    degree: z
      .strictObject({
        level: oneOf(degrees).nullish(),
        field: z.string("must be a string.").max(200, "must be at most 200 characters.").nullish(),
      })
      .nullish(),
    skills: upTo(mostSkills, z.strictObject({ slug, years, evidence })),
    responsibilities: upTo(mostResponsibilities, z.strictObject({ slug, evidence })),
    no: z
      .strictObject({ skills: upTo(mostSkills, slug), responsibilities: upTo(mostResponsibilities, slug) })
      .nullish(),
    salary: z
      .strictObject({
        min: z
          .number("must be an amount.")
          .min(0, "cannot be negative.")
          .max(10_000_000_000, "must be at most 10,000,000,000.")
          .nullish(),
        currency: z
          .string("must be a currency's three letters, like EUR.")
          .regex(/^[A-Za-z]{3}$/, "must be a currency's three letters, like EUR.")
          .transform((code) => code.toUpperCase())
          .nullish(),
      })
      .nullish(),
    workplaces: upTo(workplaces.length, oneOf(workplaces)),
    countries: upTo(
      250,
      z
        .string("must be a country's two letters, like DE.")
        .transform((code) => code.toUpperCase())
        .refine(isCountryCode, "must be a country's two letters, like DE."),
    ),
    timezone: z
      .string("must be a time zone like Europe/Berlin.")
      .refine(isTimeZone, "must be a time zone like Europe/Berlin.")
      .nullish(),
    employment: upTo(employments.length, oneOf(employments)),
  },
  "must be a profile.",
);
export type MatchProfile = z.output<typeof MatchProfile>;

/** What is wrong with one value of a profile. */
export type ProfileFault = { path: (string | number)[]; message: string };

/**
 * What a profile cannot say, whatever is in the taxonomy: one slug named twice (which of the two would count?), or both named and under
 * `no`. The same no twice counts as one.
 */
export function contradictionsOf({ skills, responsibilities, no }: MatchProfile): ProfileFault[] {
  return (["skills", "responsibilities"] as const).flatMap((list) => {
    const named = ((list === "skills" ? skills : responsibilities) ?? []).map((one) => one.slug);
    const twice = named.flatMap((one, i) =>
      named.indexOf(one) < i ? [{ path: [list, i, "slug"], message: `“${one}” is listed twice.` }] : [],
    );
    const both = (no?.[list] ?? []).flatMap((one, i) =>
      named.includes(one)
        ? [{ path: ["no", list, i], message: `“${one}” is also listed under ${list}.` }]
        : [],
    );
    return [...twice, ...both];
  });
}

/** The musts of a posting as its form has them, saved or not. */
export const CostQuestion = z.strictObject({
  companyId: z.uuid(),
  skills: z
    .array(z.strictObject({ name: z.string().max(80), minYears: z.int().min(1).max(60).nullish() }))
    .max(60),
  responsibilities: z.array(z.string().max(100)).max(50),
  experienceMin: z.int().min(0).max(60).nullish(),
  degree: z.enum(degrees).nullish(),
  equalExperience: z.boolean(),
});
export type CostQuestion = z.output<typeof CostQuestion>;
