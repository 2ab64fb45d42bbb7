// The questions as SQL, for the peers that speak it: on the table p (a row for each posting, `place` its place in the order of newest first),
// tag (tag, place) and line (place, tag, must, years).

/** The facets of which one value is chosen instead of another, with the column that each counts. */
const choices = {
  degree: "need",
  salary: "step",
  band: "band",
  workplace: "workplace",
  employment: "employment",
};

const list = (values) => values.map((value) => `'${value}'`).join(", ");

/**
 * Total, all facets and the first page in one statement: rows of facet, value and n. The hits of what is asked but for the choices are
 * collected once, and each facet counts those that answer the choices in the others. `by` is how the dialect writes what differs.
 */
export function searchStatement(question, by) {
  const chosen = {
    ...(question.degree && { degree: `need <= ${question.degree}` }),
    ...(question.salary && { salary: `usd >= ${question.salary}` }),
    ...(question.country && { country: by.inCountries(list(question.country)) }),
    ...Object.fromEntries(
      ["band", "workplace", "employment"].flatMap((facet) =>
        question[facet] ? [[facet, `${facet} in (${list(question[facet])})`]] : [],
      ),
    ),
  };
  const flags = Object.entries(chosen).map(([facet, condition]) => `(${condition}) as ${facet}_ok`);
  const open = (but) =>
    Object.keys(chosen)
      .flatMap((facet) => (facet === but ? [] : `${facet}_ok`))
      .join(" and ") || "true";
  const always = [
    ...(question.tags ?? []).map((tag) => `place in (select place from tag where tag = ${tag})`),
    ...(question.experience ? [`least <= ${question.experience} and most >= ${question.experience}`] : []),
    ...(question.words ? [by.hasWords(question)] : []),
  ];
  const page =
    question.order === "relevance"
      ? by.relevancePage(question, open())
      : `select place from hit where ${open()} order by place limit 20`;
  return `with hit as materialized (
      select ${["place", ...by.columns, ...flags].join(", ")} from p where ${always.join(" and ") || "true"}
    )
    select 'total' as facet, '' as value, count(*) as n from hit where ${open()}
    union all ${by.countTags(open(), always.length + flags.length === 0)}
    ${Object.entries(choices)
      .map(
        ([facet, column]) =>
          `union all select '${facet}', ${by.text(column)}, count(*) from hit where ${open(facet)} group by ${column}`,
      )
      .join("\n")}
    union all ${by.countCountries(open("country"))}
    union all select 'page', ${by.text("p.id")}, first.place from (${page}) first join p on p.place = first.place`;
}

/** Reads the rows of `searchStatement`, the page in the order that `n` has. */
export function readAnswer(rows, question) {
  const page = rows.filter(([facet]) => facet === "page");
  if (question.order !== "relevance") page.sort((a, b) => Number(a[2]) - Number(b[2]));
  return {
    total: Number(rows.find(([facet]) => facet === "total")[2]),
    counts: rows.filter(([facet]) => facet !== "total" && facet !== "page"),
    page: page.map(([, id]) => id),
  };
}

/**
 * The first twenty of all postings by the rank of the match, with the same whole numbers as the rules, for a profile that says years and a
 * degree: a row of id, rank and high each. `div` writes a division of whole numbers that rounds down.
 */
export function matchStatement(profile, div) {
  const { credits, years, degree, must, nice, experience, degreeWeight, padding } = profile;
  const rows = credits.map((credit) => `(${credit.replaceAll(":", ", ")})`).join(", ");
  const others = `case when least > 0 then ${experience} * case when ${years} >= least then 2 when ${years} > least - 1 then 1 else 0 end else 0 end
    + case when degree > 0 and (degree <= ${degree} or (equal = 1 and ${years} >= least + 2 * (degree - ${degree}))) then ${2 * degreeWeight} else 0 end`;
  return `with credit (tag, low, high, own, short_low, short_high) as (values ${rows}),
    summed as (
      select l.place, sum(l.weight) as weight,
        sum(l.weight * case when c.tag is null then 0 when l.years = 0 then c.low when c.own >= l.years then 2 else c.short_low end) as low,
        sum(l.weight * case when c.tag is null then 2 when l.years = 0 then c.high when c.own >= l.years then 2 else c.short_high end) as high
      from (select place, tag, years, case when must = 1 then ${must} else ${nice} end as weight from line) l
      left join credit c on c.tag = l.tag group by l.place
    ),
    total as (
      select p.place,
        coalesce(s.weight, 0) + case when least > 0 then ${experience} else 0 end + case when degree > 0 then ${degreeWeight} else 0 end as weight,
        coalesce(s.low, 0) + ${others} as low, coalesce(s.high, 0) + ${others} as high
      from p left join summed s on s.place = p.place
    ),
    best as (
      select place, ${div("500 * low", `(weight + ${padding})`)} as rank, ${div("50 * high + weight - 1", "weight")} as high
      from total where weight > 0 order by 2 desc, 3 desc, place limit 20
    )
    select p.id, best.rank, best.high from best join p on p.place = best.place order by best.rank desc, best.high desc, best.place`;
}
