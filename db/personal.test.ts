import { getTableColumns, getTableName, is } from "drizzle-orm";
import { getTableConfig, PgTable } from "drizzle-orm/pg-core";
import { expect, it } from "vitest";
import { holdings, impersonal, keptHolding } from "./personal";

const modules = import.meta.glob("./schema/*.ts", { eager: true });
const tables = Object.values(modules).flatMap((one) =>
  Object.values(one as object).filter((value): value is PgTable => is(value, PgTable)),
);
const personal = [...holdings, keptHolding];
const namesOf = (list: readonly PgTable[]) => list.map(getTableName).sort();

it("every table is named once, as one that holds something about a person or as one that does not", () => {
  expect(tables.length).toBeGreaterThan(40);
  expect(namesOf([...personal.map(({ table }) => table), ...impersonal])).toEqual(namesOf(tables));
});

it("every column of a table about people has a tag, and no other has one", () => {
  for (const { table, columns } of personal)
    expect(Object.keys(columns).sort(), getTableName(table)).toEqual(
      Object.keys(getTableColumns(table)).sort(),
    );
});

it("a table that is said to hold nothing about people leads to no user and has no address", () => {
  const leading = impersonal.filter((table) => {
    const isToUsers = getTableConfig(table).foreignKeys.some(
      (key) => getTableName(key.reference().foreignTable) === "users",
    );
    const isNamed = Object.keys(getTableColumns(table)).some((name) =>
      /^(user|candidate|member|reporter|actor)Id$|e?mail|recipient|browser/i.test(name),
    );
    return isToUsers || isNamed;
  });
  expect(namesOf(leading)).toEqual([]);
});

it("a token, a hash and the like are secrets", () => {
  for (const { table, columns } of personal)
    for (const [name, tag] of Object.entries(columns))
      if (/token(?!_type)|Hash$|^key$/.test(name) && !/^(inputs|sheet)Hash$/.test(name))
        expect(tag, `${getTableName(table)}.${name}`).toBe("secret");
});
