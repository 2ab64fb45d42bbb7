import type { SQL } from "drizzle-orm";
import { z } from "zod";
import type { Board } from "@/lib/board/board";
import type { Condition } from "@/lib/board/conditions";
import { slugShape } from "@/lib/slug";

/** What a filter needs besides its value: the ids of names, and what a yearly amount in the chosen currency is in whole dollars. */
export type Known = {
  ids: { skill: ReadonlyMap<string, number>; responsibility: ReadonlyMap<string, number> };
  /** By the slug of a skill: the ids of the skills that imply it, and its own. A posting has the skill if one of these is among its tags. */
  implying: ReadonlyMap<string, readonly number[]>;
  /** The ids of companies by slug. */
  companies: ReadonlyMap<string, string>;
  /** Where cities lie, by slug, in degrees. */
  cities: ReadonlyMap<string, { latitude: number; longitude: number }>;
  toUsd: (yearly: number) => number;
};

/** A parameter that says how a filter is meant. Without that filter it means nothing. */
type Modifier = { name: string; schema: z.ZodType; about: string };

type ValueOf<S extends z.ZodType> = Exclude<z.output<S>, undefined>;
/** A single value of a filter, as the address writes it. */
type Item<S extends z.ZodType> =
  ValueOf<S> extends readonly (infer I)[] ? I : ValueOf<S> extends string ? ValueOf<S> : string;
type ModifierOf<M> = M extends { schema: infer S extends z.ZodType } ? z.output<S> : undefined;

/**
 * How the values of a filter are counted beside the results.
 *
 * A value of `tags` counts what the total would be with that value added. A value of the others counts what the total would be with that value
 * alone chosen: `values` and `countries` exclude one another, each of `steps` includes those before or after it.
 */
export type Facet =
  | { kind: "tags" }
  | { kind: "values"; values: readonly string[]; column: SQL }
  | { kind: "countries" }
  | { kind: "steps"; values: readonly string[]; includes(step: string, known: Known): SQL };

/**
 * One filter of the search: everything the product knows about it. `S` is the schema of its value, `M` its modifier, `L` what `lookup` returns,
 * `F` its facet.
 *
 * Methods are written as methods, so that a filter of any type fits a list of filters.
 */
export type Filter<
  S extends z.ZodType = z.ZodType,
  M extends Modifier | undefined = Modifier | undefined,
  L = unknown,
  F extends Facet | undefined = Facet | undefined,
> = {
  /** What an address may say. A filter that may be repeated is empty when it is not set, the others are undefined. */
  schema: S;
  modifier?: M;
  /** For a filter that may be repeated: whether a posting must answer all of its values, or any. */
  repeat?(modifier: ModifierOf<M>): "all" | "any";
  /** One sentence for the API's document. */
  about: string;
  /** What stands before the value on a chip; the parameter's name without it. */
  chip?: string;
  /** The list of the database that holds its values. A value that is not in it is refused, and its label is the list's. */
  list?: "skill" | "responsibility" | "company" | "near";
  /** What the error calls a value that is not in the list; "unknown" with the name of the list without it. */
  notListed?: string;
  /** What a value is called, where no list of the database says so; the value itself without it. */
  nameOf?(value: Item<S>): string;
  /** A value on a page. `name` is what the list or `nameOf` calls it. */
  label?(value: Item<S>, name: string, modifier: ModifierOf<M>): string;
  /** Its part of the name of a search. `names` are what the list or `nameOf` calls the values. */
  phrase?(names: string[], modifier: ModifierOf<M>, values: Item<S>[]): string;
  /** For a filter whose values are names of several countries: which. They are searched and named together with those of `country`. */
  countriesOf?(value: Item<S>): readonly string[];
  /** The condition on `postings`. This and the next two are missing where `countriesOf` stands for them. */
  sql?(value: ValueOf<S>, modifier: ModifierOf<M>, known: Known): SQL | undefined;
  /** What the board has to be told from the database. */
  lookup?(value: ValueOf<S>, board: Board): Promise<L>;
  /** The conditions on the board. They select what `sql` selects. */
  board?(
    value: ValueOf<S>,
    modifier: ModifierOf<M>,
    known: Known & { now: number },
    found: L,
  ): Omit<Condition, "name">[];
  facet?: F;
};

/** Checks an entry of the table of filters; what it returns is the entry itself. */
export const filter = <
  S extends z.ZodType,
  const M extends Modifier | undefined = undefined,
  L = undefined,
  F extends Facet | undefined = undefined,
>(
  entry: Filter<S, M, L, F>,
): Filter<S, M, L, F> => entry;

/** A facet whose values are steps: `includes` says whether a posting counts for one, by the columns of `countsOf`. */
export const steps = <T extends string>(
  values: readonly T[],
  includes: (step: T, known: Known) => SQL,
): Facet & { kind: "steps" } => ({
  kind: "steps",
  values,
  includes,
});

export const all = () => "all" as const;
export const any = () => "any" as const;

/** The schema of a value in a list that only the database knows. */
export const listed = z.string().regex(slugShape, "is not in our lists");

/** The schema of a whole number. `what` names it in the refusal. */
export const number = (what: string, min: number, max: number) =>
  z.coerce
    .number({ error: `must be ${what} from ${min} to ${max}` })
    .int(`must be a whole number`)
    .min(min, `must be at least ${min}`)
    .max(max, `must be at most ${max}`);

/** The schema of one of a closed list. */
export const oneOf = <const T extends readonly [string, ...string[]]>(values: T) =>
  z.enum(values, { error: `must be one of ${values.join(", ")}` });

/** The schema of a filter that may be repeated: each value once. */
export const many = <T extends z.ZodType>(item: T) =>
  z
    .array(item)
    .max(20, "must have at most 20 values")
    .default([])
    .transform((values) => [...new Set(values as z.output<T>[])]);

export const both = (words: string[]) => new Intl.ListFormat("en", { type: "conjunction" }).format(words);
export const either = (words: string[]) => new Intl.ListFormat("en", { type: "disjunction" }).format(words);
