import { inArray, max, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import {
  cities,
  cityNames,
  exchangeRates,
  responsibilities,
  skillAliases,
  skillImplies,
  skillRelated,
  skills,
} from "@/db/schema/taxonomy";
import { present } from "@/lib/present";
import { skillEntries } from "./catalogue";
import { listKnownCities } from "./cities";
import { listCityNames } from "./city-names";
import { exchangeRateTable } from "./data/exchange-rates";
import { responsibilityEntries } from "./data/responsibilities";
import type { RateTable, SkillEntry } from "./input";
import type { Rate } from "./money";
import { normalizeTerm } from "./rules";

/** What the load needs of a connection or transaction. */
type Writer = Pick<Database, "select" | "insert" | "execute">;

/**
 * Brings the database's taxonomy to what the product's own data says: skills with aliases, `implies` and `related`, the 25
 * responsibilities, cities, and the exchange rates unless a table as new is there. Adds and corrects, never deletes, since
 * postings may refer to any row; rows that an admin added stay. Run again it writes nothing. Call it in a transaction.
 */
export async function loadTaxonomy(tx: Writer): Promise<void> {
  await loadSkills(tx);
  await loadSkillNames(tx);
  await loadResponsibilities(tx);
  await loadCities(tx);
  await loadCityNames(tx);
  await loadExchangeRates(tx);
}

async function loadSkills(tx: Writer) {
  const stored = new Map((await tx.select(skillColumns).from(skills)).map((row) => [row.slug, row]));
  const rows = skillEntries
    .map(({ slug, label, kind, category, article }) => ({ slug, label, kind, category, article }))
    .filter((row) => !isSame(row, stored.get(row.slug)));
  if (rows.length === 0) return;
  await tx
    .insert(skills)
    .values(rows)
    .onConflictDoUpdate({
      target: skills.slug,
      set: {
        label: sql`excluded.label`,
        kind: sql`excluded.kind`,
        category: sql`excluded.category`,
        article: sql`excluded.article`,
      },
    });
}

const skillColumns = {
  slug: skills.slug,
  label: skills.label,
  kind: skills.kind,
  category: skills.category,
  article: skills.article,
};

const isSame = (row: Record<string, unknown>, stored: Record<string, unknown> | undefined) =>
  stored !== undefined && Object.entries(row).every(([key, value]) => stored[key] === value);

async function loadSkillNames(tx: Writer) {
  const slugs = skillEntries.map(({ slug }) => slug);
  const found = await tx
    .select({ id: skills.id, slug: skills.slug })
    .from(skills)
    .where(inArray(skills.slug, slugs));
  const ids = new Map(found.map(({ id, slug }) => [slug, id]));
  const idOf = (slug: string) => present(ids.get(slug));

  await tx
    .insert(skillAliases)
    .values(
      skillEntries.flatMap((entry) =>
        spellings(entry).map((alias) => ({ alias, skillId: idOf(entry.slug) })),
      ),
    )
    .onConflictDoUpdate({
      target: skillAliases.alias,
      set: { skillId: sql`excluded.skill_id` },
      setWhere: sql`${skillAliases.skillId} <> excluded.skill_id`,
    });
  await tx
    .insert(skillImplies)
    .values(
      skillEntries.flatMap(({ slug, implies }) =>
        implies.map((implied) => ({ skillId: idOf(slug), impliedId: idOf(implied) })),
      ),
    )
    .onConflictDoNothing();
  await tx
    .insert(skillRelated)
    .values(
      skillEntries.flatMap(({ slug, related }) =>
        related
          .map((other) => ({ skillId: idOf(slug), relatedId: idOf(other) }))
          .filter(({ skillId, relatedId }) => skillId < relatedId),
      ),
    )
    .onConflictDoNothing();
}

/** The aliases, and each name as `normalizeTerm` writes it, so that "node js" finds Node.js by equality. */
function spellings({ slug, label, aliases }: SkillEntry): string[] {
  const normal = [label, ...aliases].map(normalizeTerm);
  return [
    ...new Set([...aliases, ...normal.filter((name) => name !== slug && name !== label.toLowerCase())]),
  ];
}

async function loadResponsibilities(tx: Writer) {
  await tx
    .insert(responsibilities)
    .values(responsibilityEntries.map((entry) => ({ id: entry.position, ...entry })))
    .onConflictDoUpdate({
      target: responsibilities.id,
      set: { slug: sql`excluded.slug`, label: sql`excluded.label`, group: sql`excluded."group"` },
      setWhere: sql`(${responsibilities.slug}, ${responsibilities.label}, ${responsibilities.group})
        is distinct from (excluded.slug, excluded.label, excluded."group")`,
    });
}

async function loadCities(tx: Writer) {
  await tx
    .insert(cities)
    .values(listKnownCities())
    .onConflictDoUpdate({
      target: cities.slug,
      set: {
        name: sql`excluded.name`,
        country: sql`excluded.country`,
        latitude: sql`excluded.latitude`,
        longitude: sql`excluded.longitude`,
        timezone: sql`excluded.timezone`,
        population: sql`excluded.population`,
      },
      setWhere: sql`(${cities.name}, ${cities.country}, ${cities.latitude}, ${cities.longitude}, ${cities.timezone},
        ${cities.population}) is distinct from (excluded.name, excluded.country, excluded.latitude, excluded.longitude,
        excluded.timezone, excluded.population)`,
    });
}

/** In one statement: there are eighty thousand names. */
async function loadCityNames(tx: Writer) {
  await tx.execute(sql`
    insert into ${cityNames} (name, city, is_main)
    select n.name, n.city, n."isMain" from json_to_recordset(${JSON.stringify(listCityNames())}::text::json) as n (name text, city text, "isMain" boolean)
    on conflict (name, city) do update set is_main = excluded.is_main where city_names.is_main <> excluded.is_main`);
}

async function loadExchangeRates(tx: Writer) {
  const [newest] = await tx.select({ asOf: max(exchangeRates.asOf) }).from(exchangeRates);
  if (newest?.asOf && newest.asOf >= exchangeRateTable.asOf) return;
  await keepRates(tx, exchangeRateTable.rates, exchangeRateTable.asOf);
}

/**
 * Puts a newer table of exchange rates in force, and gives how many currencies it has. A currency that it leaves out keeps its rate,
 * since postings may be paid in it. Whoever calls it has the yearly dollars recomputed in the same transaction.
 */
export async function replaceRates(tx: Writer, { date, rates }: RateTable): Promise<number> {
  const known = new Set([
    ...Intl.supportedValuesOf("currency"),
    ...exchangeRateTable.rates.map((rate) => rate.currency),
  ]);
  const digits = new Map(exchangeRateTable.rates.map(({ currency, minorDigits }) => [currency, minorDigits]));
  const rows = Object.entries(rates)
    .filter(([currency]) => known.has(currency))
    .map(([currency, perUsd]) => ({
      currency,
      perUsd: perUsd.toFixed(8),
      minorDigits: digits.get(currency) ?? minorDigitsOf(currency),
    }));
  if (rows.length > 0) await keepRates(tx, rows, date);
  return rows.length;
}

const minorDigitsOf = (currency: string) =>
  new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits ?? 2;

async function keepRates(tx: Writer, rates: Rate[], asOf: string) {
  await tx
    .insert(exchangeRates)
    .values(rates.map((rate) => ({ ...rate, asOf })))
    .onConflictDoUpdate({
      target: exchangeRates.currency,
      set: {
        perUsd: sql`excluded.per_usd`,
        minorDigits: sql`excluded.minor_digits`,
        asOf: sql`excluded.as_of`,
      },
    });
}
