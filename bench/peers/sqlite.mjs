// SQLite as libsql builds it, in memory: narrow typed rows, tables of tags and countries in both orders, words in FTS5 with Porter's stems.
import Database from "libsql";
import { postingsIn, serve } from "./serve.mjs";
import { matchStatement, readAnswer, searchStatement } from "./statements.mjs";

const dialect = {
  columns: ["need", "step", "band", "workplace", "employment"],
  text: (column) => column,
  inCountries: (values) => `place in (select place from country where country in (${values}))`,
  countTags: (open, all) =>
    all
      ? "select 'tag', tag, count(*) from tag group by tag"
      : `select 'tag', tag_of.tag, count(*) from hit cross join tag_of on tag_of.place = hit.place where ${open} group by tag_of.tag`,
  countCountries: (open) =>
    `select 'country', country, count(*) from hit cross join country_of on country_of.place = hit.place where ${open} group by country`,
  hasWords: (question) => `place in (select rowid from words where words match '${matchOf(question)}')`,
  relevancePage: (question, open) =>
    `select rowid as place from words where words match '${matchOf(question)}' and +rowid in (select place from hit where ${open}) order by rank limit 20`,
};

/** The words as FTS5 writes a query: the last one of a line counts as the beginning of a word too. */
function matchOf({ words, way }) {
  const quoted = words.map((word) => `"${word}"`);
  if (way === "phrase") return `"${words.join(" ")}"`;
  return way === "any" ? quoted.join(" OR ") : `${quoted.join(" AND ")} *`;
}

await serve(async (file) => {
  const db = new Database(":memory:");
  db.exec(`
    create table p (place integer primary key, id text, least int, most int, usd int, step int, need int, band text, workplace text,
      employment text, degree int, equal int);
    create table tag (tag int, place int, primary key (tag, place)) without rowid;
    create table tag_of (place int, tag int, primary key (place, tag)) without rowid;
    create table country (country text, place int, primary key (country, place)) without rowid;
    create table country_of (place int, country text, primary key (place, country)) without rowid;
    create table line (place int, tag int, must int, years int, primary key (place, tag)) without rowid;
    create virtual table words using fts5 (text, content = '', tokenize = 'porter unicode61', prefix = '2 3');
    begin`);
  const insert = (into) => db.prepare(`insert into ${into}`);
  const posting = insert("p values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
  // A statement for each row would take most of the time.
  const tagsOf = insert("tag_of select ?, value from json_each(?) order by value");
  const countriesOf = insert("country_of select ?, value from json_each(?)");
  const linesOf = insert("line select ?, value ->> 0, value ->> 1, value ->> 2 from json_each(?)");
  const text = insert("words (rowid, text) values (?, ?)");
  for await (const one of postingsIn(file)) {
    const { place, id, least, most, usd, step, need, band, workplace, employment, degree, equal } = one;
    posting.run(place, id, least, most, usd, step, need, band, workplace, employment, degree, equal);
    tagsOf.run(place, JSON.stringify(one.tags));
    countriesOf.run(place, JSON.stringify(one.countries));
    linesOf.run(place, JSON.stringify(one.lines));
    text.run(place, one.text);
  }
  db.exec(`insert into tag select tag, place from tag_of order by tag, place;
    insert into country select country, place from country_of order by country, place;
    create index by_workplace on p (workplace);
    create index by_band on p (band);
    insert into words (words) values ('optimize');
    commit;
    analyze`);
  const prepared = new Map();
  const rowsOf = (sql) => {
    if (!prepared.has(sql)) prepared.set(sql, db.prepare(sql).raw());
    return prepared.get(sql).all();
  };
  return (question) => {
    if (question.credits)
      return {
        total: 0,
        counts: [],
        page: rowsOf(matchStatement(question, (a, b) => `(${a}) / ${b}`)).map((row) => row.join(":")),
      };
    return readAnswer(rowsOf(searchStatement(question, dialect)), question);
  };
});
