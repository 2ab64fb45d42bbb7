import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { createCompany, insertPostings } from "@/db/factories";
import { testDatabase } from "@/db/testing";
import { refreshTerms } from "./commands/terms";
import { parseSearch } from "./criteria";
import { withStructure } from "./structure";

await testDatabase();

/** Skills that live postings ask for. What is not here, such as C and Kafka Streams, stays a word. */
const skills =
  "go rust java kotlin scala php python javascript typescript nodejs asp-net-core kubernetes postgresql kafka spring-boot rails cpp csharp react graphql rest spark terraform aws".split(
    " ",
  );

beforeAll(async () => {
  const { id: companyId } = await createCompany({ name: "Brightwater" });
  await insertPostings(skills.map((slug) => ({ companyId, title: "Payments Backend", skills: [{ slug }] })));
  await refreshTerms();
});

const spelled = (params: URLSearchParams) => [...params].map(([name, value]) => `${name}=${value}`).join("&");
const read = async (query: string) => spelled(await withStructure(new URLSearchParams(query)));
const readLine = async (q: string) => spelled(await withStructure(new URLSearchParams({ q })));

/** What people type, and the address that it becomes. */
const lines: [typed: string, address: string][] = [
  ["senior go remote 90k eur", "q=senior&skill=go&workplace=remote&salary=90000&currency=EUR"],
  ["site reliability engineer", "q=site reliability engineer"],
  ["sre", "q=sre"],
  ["devops", "q=devops"],
  ["machine learning", "q=machine learning"],
  ["full stack", "q=full stack"],
  ["fintech", "q=fintech"],
  ["Amsterdam", "near=amsterdam"],
  ["Bern", "near=bern"],
  ["Vancouver", "near=vancouver"],
  ["Montréal", "near=montreal"],
  ["Graz", "near=graz"],
  ["cardiff", "near=cardiff"],
  ["remote spain", "workplace=remote&country=ES"],
  ["backend spain", "q=backend&country=ES"],
  ["CET timezone", "q=CET timezone"],
  ["no php", "exclude=php"],
  ["java not javascript", "skill=java&exclude=javascript"],
  [".net", "skill=dotnet"],
  ["dotnet", "skill=dotnet"],
  ["asp.net", "skill=asp-net"],
  [".net core", "skill=dotnet"],
  ["java spring", "skill=java&skill=spring"],
  ["java spring remote poland", "skill=java&skill=spring&workplace=remote&country=PL"],
  ["javascript", "skill=javascript"],
  ["js", "skill=javascript"],
  ["aws lambda", "q=aws lambda"],
  ["new zealand", "country=NZ"],
  ["uk", "country=GB"],
  ["england", "country=GB"],
  ["great britain", "country=GB"],
  ["uae", "country=AE"],
  ["holland", "country=NL"],
  ["czech republic", "country=CZ"],
  ["korea", "country=KR"],
  ["deutschland", "country=DE"],
  ["us", "country=US"],
  ["usa", "country=US"],
  ["america", "country=US"],
  ["United States", "country=US"],
  ["Senior Backend Engineer Billing", "q=Senior Backend Engineer Billing"],
  ["remote europe rust", "skill=rust&workplace=remote&region=europe"],
  ["remote rust europe", "skill=rust&workplace=remote&region=europe"],
  ["remote germany", "workplace=remote&country=DE"],
  ["germany remote", "workplace=remote&country=DE"],
  ["remote go germany", "skill=go&workplace=remote&country=DE"],
  ["remote uk", "workplace=remote&country=GB"],
  ["eu", "region=eu"],
  ["emea", "region=emea"],
  ["dach", "region=dach"],
  ["latam", "region=latam"],
  ["pyhton", "skill=python"],
  ["postgress kuberntes", "skill=postgresql&skill=kubernetes"],
  ["san fransisco", "near=san-francisco"],
  ["tally haven", "q=tally haven"],
  ["pythn", "skill=python"],
  ["javva", "skill=java"],
  ["typscript", "skill=typescript"],
  ["kubernetis", "skill=kubernetes"],
  ["cindertral", "q=cindertral"],
  ["60-80k", "salary=60000"],
  ["80-100k eur", "salary=80000&currency=EUR"],
  ["120-150k", "salary=120000"],
  ["$120k-$150k", "salary=120000&currency=USD"],
  [">100k", "salary=100000"],
  ["$60/hour", "salary=124800&currency=USD"],
  ["500 eur per day", "salary=130000&currency=EUR"],
  ["6000 eur month", "salary=72000&currency=EUR"],
  ["120k+", "salary=120000"],
  ["€80k", "salary=80000&currency=EUR"],
  ["£50k", "salary=50000&currency=GBP"],
  ["100000", "salary=100000"],
  ["back-end", "q=back-end"],
  ["no on-call", "oncall=none"],
  ["no degree", "degree=none"],
  ["without degree", "degree=none"],
  ["work from home", "workplace=remote"],
  ["4 day week", "q=4 day week"],
  ["rust or go", "skill=rust&skill=go&skillMode=any"],
  ["rust engineer", "q=engineer&skill=rust"],
  ["go backend", "q=backend&skill=go"],
  ["healthcare", "q=healthcare"],
  ["visa sponsorship", "q=visa sponsorship"],
  ["münchen", "near=munich"],
  ["bangalore", "near=bengaluru"],
  ["new york", "near=new-york"],
  ["go to market", "q=go to market"],
  ["you'll go through", "q=you'll go through"],
  ["rust belt", "q=rust belt"],
  ["swift delivery", "q=swift delivery"],
  ["go payments berlin", "q=payments&skill=go&near=berlin"],
  ["payments go berlin", "q=payments&skill=go&near=berlin"],
  ["java, kotlin or scala", "skill=java&skill=kotlin&skill=scala&skillMode=any"],
  ["java or kotlin postgres", "q=java or kotlin&skill=postgresql"],
  ["berlin or munich", "q=berlin or munich"],
  ["berlin munich", "q=berlin munich"],
  ["germany or austria", "country=DE&country=AT"],
  ["remote or hybrid", "workplace=remote&workplace=hybrid"],
  ["not remote", "workplace=hybrid&workplace=onsite"],
  ["-php", "exclude=php"],
  ["no crypto", "q=no crypto"],
  ["no sales java", "q=no sales&skill=java"],
  ["singapore", "country=SG"],
  ["go singapore", "skill=go&country=SG"],
  ["mexico city", "near=mexico-city"],
  ["luxembourg", "country=LU"],
  ["berlin germany", "country=DE&near=berlin"],
  ["cambridge uk", "country=GB&near=cambridge"],
  ["nice java", "q=nice&skill=java"],
  ["java in reading uk", "skill=java&country=GB&near=reading"],
  ["in spring", "q=in spring"],
  ["java DE", "skill=java&country=DE"],
  ["java de", "skill=java&country=DE"],
  ["JAVA IN BERLIN", "skill=java&near=berlin"],
  ["de", "q=de"],
  ["DE", "country=DE"],
  ["golang jobs berlin", "q=jobs&skill=go&near=berlin"],
  ["senior java developer with kafka in berlin", "q=senior developer&skill=java&skill=kafka&near=berlin"],
  ["node js", "skill=nodejs"],
  ["c++", "skill=cpp"],
  ["c", "q=c"],
  ["c developer", "q=c developer"],
  ["c#", "skill=csharp"],
  ["b2b java", "skill=java&employment=contract"],
  ["freelance python", "skill=python&employment=contract"],
  ["5 years python", "skill=python&experience=5"],
  ["3 yrs experience java", "skill=java&experience=3"],
  ["no take-home", "takehome=none"],
  ["no degree required", "degree=none"],
  ["degree not required", "degree=none"],
  ["java -spring boot", "skill=java&exclude=spring-boot"],
  ["no php or perl", "exclude=php&exclude=perl"],
  ["without kubernetes", "exclude=kubernetes"],
  ["remtoe java", "skill=java&workplace=remote"],
  ["germny", "country=DE"],
  ["berln go", "skill=go&near=berlin"],
  ["senoir java", "q=senoir&skill=java"],
  [
    "spring boot germany or austria 90k eur",
    "skill=spring-boot&country=DE&country=AT&salary=90000&currency=EUR",
  ],
  ["georgia", "country=GE"],
  ["jordan", "country=JO"],
  ["nyc", "near=new-york"],
  ["portland oregon", "near=portland"],
  ["Portland, OR", "near=portland"],
  ["portland or", "near=portland"],
  ["portland or java", "q=portland or java"],
  ["portland maine java", "skill=java&near=portland-us"],
  ["cambridge ma", 'q="cambridge"&country=US'],
  ["paris, texas", 'q="paris"&country=US'],
  ["paris tx java", 'q="paris"&skill=java&country=US'],
  ["berlin de", "country=DE&near=berlin"],
  ["georgia us", 'q="georgia"&country=US'],
  ["java georgia usa", 'q="georgia"&skill=java&country=US'],
  ["java phoenix", "q=phoenix&skill=java"],
  ["phoenix", "q=phoenix"],
  ["phoenix az", "near=phoenix"],
  ["java in phoenix", "skill=java&near=phoenix"],
  ["no on-call rotation", "oncall=none"],
  ["c++17", "skill=cpp"],
  ["c++ 20 london", "skill=cpp&near=london"],
  ["between 80k and 100k eur", "salary=80000&currency=EUR"],
  ["java between €60k and €70k", "skill=java&salary=60000&currency=EUR"],
  ["120,000", "salary=120000"],
  ["java 120.000", "skill=java&salary=120000"],
  ["austin tx", "near=austin"],
  ["java austin, tx remote", "skill=java&workplace=remote&near=austin"],
  ["vancouver wa", "near=vancouver-us"],
  ["springfield ohio", "near=springfield-us-ohio"],
  ["sf", "near=san-francisco"],
  ["la", "q=la"],
  ["remote anywhere", "workplace=remote"],
  ["worldwide", "q=worldwide"],
  ["4000 gbp a month", "salary=48000&currency=GBP"],
  ["90k euros", "salary=90000&currency=EUR"],
  ["90k dollars", "salary=90000&currency=USD"],
  ["$100k", "salary=100000&currency=USD"],
  ["100k usd remote", "workplace=remote&salary=100000&currency=USD"],
  ["85.000 eur", "salary=85000&currency=EUR"],
  ["60-80k eur python", "skill=python&salary=60000&currency=EUR"],
  ["hybrid london python 70k gbp", "skill=python&workplace=hybrid&near=london&salary=70000&currency=GBP"],
  ["part-time", "employment=part-time"],
  ["junior python uk", "q=junior&skill=python&country=GB"],
  ["full-time", "employment=full-time"],
  ["contract java germany", "skill=java&employment=contract&country=DE"],
  ["internship", "employment=internship"],
  ["europe only", "region=europe"],
  ["remote only", "workplace=remote"],
  ["react native", "q=react native"],
  ["ruby on rails", "skill=rails"],
  ["spark", "skill=spark"],
  ["kafka streams", "q=kafka streams"],
  ["k8s golang", "skill=kubernetes&skill=go"],
  ["graphql", "skill=graphql"],
  ["rest api", "skill=rest"],
  ["microservices", "q=microservices"],
  ["event driven", "q=event driven"],
  ["data engineer", "q=data engineer"],
  ["java 17", "skill=java"],
  ["java17", "skill=java"],
  ["python3", "skill=python"],
  ["terraform aws", "skill=terraform&skill=aws"],
  ["london or remote", "q=london or remote"],
  ["no javascript remote eu", "exclude=javascript&workplace=remote&region=eu"],
  ["tokyo", "near=tokyo"],
  ["東京", "near=tokyo"],
  ["москва", "near=moscow"],
  ["zürich", "near=zurich"],
  ["zurich", "near=zurich"],
  ["köln", "near=cologne"],
  ["den haag", "near=the-hague"],
  ["warszawa", "near=warsaw"],
  ["são paulo", "near=sao-paulo"],
  ["bogota", "near=bogota"],
  ["kyiv", "near=kyiv"],
  ["kiev", "near=kyiv"],
  ["tel aviv", "near=tel-aviv-yafo"],
  ["washington dc", "near=washington-d-c"],
  ["uk and ireland", "region=uk-ireland"],
  ["australia and new zealand", "region=anz"],
  ["scandinavia", "region=nordics"],
  ["on-site berlin", "workplace=onsite&near=berlin"],
  ["in office", "workplace=onsite"],
  ["wfh", "workplace=remote"],
  ["excluding php", "exclude=php"],
  ["except java", "exclude=java"],
  ['"go to market" go', 'q="go to market"&skill=go'],
  ['go "site reliability"', 'q="site reliability"&skill=go'],
  ["10+ years java", "skill=java&experience=10"],
  ["java 5-7 years", "skill=java&experience=5"],
  ["salary 90k", "salary=90000"],
  ["at least 100k", "salary=100000"],
  ["up to 90k", "salary=90000"],
  ["paying 100k", "salary=100000"],
  ["java €500/day", "skill=java&salary=130000&currency=EUR"],
  ["€45/h", "salary=93600&currency=EUR"],
  ["45 eur/h", "salary=93600&currency=EUR"],
  ["80k", "salary=80000"],
  ["5k", "salary=5000"],
  ["swiss", "q=swiss"],
  ["switzerland", "country=CH"],
  ["schweiz", "country=CH"],
  ["no go or rust", "exclude=go&exclude=rust"],
  ["java 17 remote", "skill=java&workplace=remote"],
  ["php 8.3", "skill=php"],
  ["50k pounds", "salary=50000&currency=GBP"],
  ["under 100k", "q=under&salary=100000"],
  ["remote worldwide", "workplace=remote"],
  ["go to market germany", "q=go to market&country=DE"],
  ["kafka -zookeeper", "skill=kafka&exclude=zookeeper"],
  ["dutch", "q=dutch"],
  ["berlin-based startup", "q=startup&near=berlin"],
  ["go, remote, germany", "skill=go&workplace=remote&country=DE"],
  ["remote (eu)", "workplace=remote&region=eu"],
  ["backend/platform engineer", "q=backend/platform engineer"],
  ["node.js/typescript", "skill=nodejs&skill=typescript"],
  ["c/c++", "q=c&skill=cpp"],
  [
    "python or go remote germany 5 years",
    "skill=python&skill=go&workplace=remote&country=DE&experience=5&skillMode=any",
  ],
  ["not germany", "q=not germany"],
  ["no contract", "q=no contract"],
  ["java without spring", "skill=java&exclude=spring"],
  ["senior backend", "q=senior backend"],
  ["principal", "q=principal"],
  ["lead", "q=lead"],
  ["staff engineer", "q=staff engineer"],
  ["sr java", "q=sr&skill=java"],
  ["jr python", "q=jr&skill=python"],
  ["early stage", "q=early stage"],
  ["series b", "q=series b"],
  ["contract testing", "q=contract testing"],
  ["smart contract", "q=smart contract"],
  ["us remote", "workplace=remote&country=US"],
  ["remote us", "workplace=remote&country=US"],
  ["US", "country=US"],
  ["new jersey", "q=new jersey"],
  ["new york remote", "workplace=remote&near=new-york"],
  ["london uk hybrid", "workplace=hybrid&country=GB&near=london"],
  ["manchester", "near=manchester"],
  ["birmingham", "near=birmingham"],
  ["valencia", "near=valencia"],
  ["saint petersburg", "near=st-petersburg"],
  ["st louis", "near=st-louis"],
  ["ho chi minh city", "near=ho-chi-minh-city"],
  ["hong kong", "country=HK"],
  ["south korea", "country=KR"],
  ["south africa", "country=ZA"],
  ["north america", "region=north-america"],
  ["central and eastern europe", "region=cee"],
  ["middle east", "region=mena"],
  ["python developer in new york", "q=developer&skill=python&near=new-york"],
  ["machine learning python", "q=machine learning&skill=python"],
  ["distributed systems", "q=distributed systems"],
  ["react", "skill=react"],
];

describe("a typed line", () => {
  it.each(lines)("%j becomes %j", async (line, address) => expect(await readLine(line)).toBe(address));

  it("says nothing more when what is left of it is read again", async () => {
    for (const [line] of lines) {
      const once = await withStructure(new URLSearchParams({ q: line }));
      expect(spelled(await withStructure(once)), line).toBe(spelled(once));
    }
  });

  it("is read alike in any order", async () => {
    const parts =
      "golang|rust|java|no php|spring boot|remote|full time|freelance|germany|new zealand|uk|europe|latin america|berlin|münchen|senior|staff|backend|payments|5 years|no on-call|without degree|machine learning|engineer|pyhton|remtoe".split(
        "|",
      );
    const sums = ["90k eur", "$60/hour", "60-80k"];
    const inOrder = fc
      .uniqueArray(fc.constantFrom(...parts, ...sums), { minLength: 2, maxLength: 5 })
      .filter((words) => words.filter((word) => sums.includes(word)).length < 2);
    const sorted = async (words: string[]) =>
      (await readLine(words.join(" ")))
        .split("&")
        .map((part) => (part.startsWith("q=") ? `q=${part.slice(2).split(" ").sort().join(" ")}` : part))
        .sort();
    await fc.assert(
      fc.asyncProperty(
        inOrder,
        fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })),
        async (words, numbers) => {
          const shuffled = words
            .map((word) => ({ word, at: numbers.next().value }))
            .sort((a, b) => a.at - b.at)
            .map(({ word }) => word);
          expect(await sorted(shuffled)).toEqual(await sorted(words));
        },
      ),
      { numRuns: 150 },
    );
  });

  it("is never an error, whatever it is", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "grapheme", maxLength: 200 }), async (line) => {
        await readLine(line);
      }),
      { numRuns: 100 },
    );
  });
});

describe("an address", () => {
  it.each([
    ["q=payments+platform&country=DE", "q=payments platform&country=DE"],
    ["q=kafka+team&skill=java&cursor=abc", "skill=java&q=team&skill=kafka"],
    ["q=rust+or+go&skill=java", "q=rust or go&skill=java"],
    ["q=remote&workplace=hybrid", "workplace=hybrid&workplace=remote"],
    ["q=90k&currency=GBP", "currency=GBP&salary=90000"],
    ["salary=95.000&currency=EUR", "salary=95000&currency=EUR"],
    ["salary=95k", "salary=95000"],
    ["salary=%E2%82%AC95k", "salary=95000&currency=EUR"],
    ["salary=45%2Fh&currency=EUR", "salary=93600&currency=EUR"],
    ["salary=%E2%82%AC95k&currency=USD", "salary=€95k&currency=USD"],
    ["salary=lots", "salary=lots"],
    ["q=", "q="],
    [`q=${"go+".repeat(100)}`, `q=${"go ".repeat(100)}`],
  ])("%j means %j", async (query, meant) => expect(await read(query)).toBe(meant));

  it("is read so by the parser of searches everywhere", async () => {
    const { criteria } = await parseSearch(new URLSearchParams("q=junior python"));
    expect([criteria.q, criteria.skill, criteria.band]).toEqual(["junior", ["python"], []]);
  });

  it("with pay that contradicts its currency, or is none, is told how to write it", async () => {
    for (const query of ["salary=€95k&currency=USD", "salary=lots"]) {
      const { criteria, faults } = await parseSearch(new URLSearchParams(query));
      expect(criteria.salary).toBeUndefined();
      expect(faults).toEqual([{ path: "salary", message: expect.stringContaining("like 85,000 or 85k") }]);
    }
  });
});
