import { describe, expect, test } from "vitest";
import { readPosting } from "./posting";

/** All tags of a text, without the places that prove them. */
function tagsOf(text: string) {
  const { title, company, skills, responsibilities, degree, experience, salary, ...rest } = readPosting(text);
  return {
    title: title?.text.replaceAll("\u00a0", " "),
    company: company?.name,
    skills: skills.map(({ slug, must }) => (must ? slug : `${slug}?`)).sort(),
    responsibilities: responsibilities.map(({ slug, must }) => (must ? slug : `${slug}?`)).sort(),
    degree: degree && [degree.level, degree.field],
    experience: experience && [experience.min, experience.max],
    salary: salary && [salary.min, salary.max, salary.currency, salary.period],
    workplace: rest.workplace?.value,
    places: rest.places.map(({ city, country }) => `${city}, ${country}`).sort(),
    hiringCountries: rest.hiringCountries.map(({ country }) => country).sort(),
    employment: rest.employment.map(({ value }) => value).sort(),
    seniority: rest.seniority?.value,
  };
}

/** Made-up adverts as their parts, between which a sentence may be put. */
const adverts: Record<string, string[]> = {
  "a headline with a stack": [
    "Larkfield | Senior Backend Engineer | Lyon, France | Hybrid | Full-time | €60,000 - €75,000",
    "Larkfield plans the routes of delivery vans.",
    "Stack: Kotlin, Spring Boot, PostgreSQL, RabbitMQ.",
    "You have 4+ years of experience with the JVM. Experience with Terraform is a plus.",
    "Write to jobs at larkfield dot example.",
  ],
  "an advert with headings": [
    "# Platform Engineer at Dunmore Tides",
    "Location: Dublin, Ireland. This is a hybrid position, with two days a week in the office.",
    "## What you will do\n\n- Design and build REST APIs in Go\n- Keep our Kubernetes clusters healthy",
    "## What we ask\n\n- At least 3 years of professional experience\n- Good knowledge of PostgreSQL and Redis\n- A bachelor's degree in computer science or equivalent experience",
    "## Nice to have\n\n- Rust\n- Kafka",
    "Salary: €70,000 to €85,000 a year.",
  ],
  "a remote job in sentences": [
    "Orchard Nine | Python Developer | Remote (Canada) | Contract",
    "We help orchards to count their apples.",
    "We are looking for a Python developer. You will work with Django, Celery and MySQL on AWS.",
    "We pay $70 - $90 per hour.",
  ],
  "one without any technology": [
    "Hillcrest Signals | Software Engineer | Oslo, Norway | Onsite | Full-time",
    "We build instruments for railways, and want people who care.",
    "Apply on our site.",
  ],
};

const decoys: Record<string, string[]> = {
  investors: [
    "We are backed by the founders of MongoDB and Elastic.",
    "Our investors include people from Stripe, GitHub and Docker.",
    "Angels from Datadog, Snowflake and Confluent invested in us.",
    "We raised $12M from Redpoint and the makers of Redis.",
  ],
  customers: [
    "Our customers include Shopify, Slack and Cloudflare.",
    "Trusted by teams at Salesforce, Twilio and Zoom.",
    "We are used by engineers at Airtable and Notion every day.",
    "Companies such as Heroku and DigitalOcean rely on us.",
    "Customers export their data to Excel or Snowflake.",
  ],
  "people's pasts": [
    "We are alumni of GitHub, HashiCorp and Snowflake.",
    "Our founders have PhDs in physics.",
    "Our founders worked at Google Cloud, Docker and Elastic.",
    "The team is made up of ex-Stripe and ex-Databricks people.",
    "Our CTO was an early engineer at MongoDB.",
    "Our CTO has 20 years of experience in finance.",
    "With over 30 years of industry experience, Larkfield is the leader.",
    "Our four founders bring 20+ years of experience together.",
    "We moved away from Perl.",
    "Over the last 15 years our founder has built three companies.",
  ],
  rivals: [
    "We are an alternative to Splunk and Datadog.",
    "Our competitors are Jira and Asana.",
    "Unlike Salesforce, we are easy to set up.",
    "Unlike other companies that use Java, PHP and Perl, we are small.",
    "Think of it as GitHub for architects.",
    "Imagine GitHub for violin makers.",
    "We want to be the Shopify of farming.",
  ],
  "links and ways to apply": [
    "Please send your CV and a link to your GitHub profile.",
    "Tell us about yourself and share your Kaggle or Stack Overflow profile.",
    "Apply through Greenhouse, or ask us on Slack.",
    "Interviews are held on Zoom.",
    "Include your LinkedIn, GitHub or GitLab.",
    "You find our code on GitHub: https://github.com/example/python-tools",
    "A GitHub/GitLab link helps us.",
    "Links/GitHub if you have them.",
  ],
  "the product": [
    "We process payments of $2 billion a year.",
    "Our app is in the App Store for iOS and Android.",
    "The product connects to Salesforce, Jira and Slack.",
    "Our SDK supports Java, Swift and Ruby.",
    "It is a chess app for iOS and Android.",
    "Our product covers time sheets, invoices and project management.",
    "It is the best-rated add-on in the Shopify store.",
  ],
  "the page": ["You need to enable JavaScript to run this app."],
  money: ["A referral bonus of $2,000 is paid."],
  "words that are no skills": [
    "We go the extra mile, and react swiftly to what people say.",
    "It is a small team in which you express what you think.",
    "Our series A was closed in spring.",
    "We meet twice a year to rust away on a beach.",
    "Rest assured that we answer every application.",
    "The team is in Rome. Rest assured.",
    "Here and there a Perl of wisdom, and Rust the game at night.",
    "We move money over SWIFT.",
    "You design systems for airports.",
  ],
  "perks and rules": [
    "You get 25 days of leave and a budget of 1,500 for training.",
    "We sponsor visas.",
    "We are an equal opportunity employer.",
    "Twice a year we all meet for a week.",
    "You may work from anywhere for four weeks a year.",
  ],
};

const cases = Object.entries(adverts).flatMap(([advert, parts]) =>
  Object.entries(decoys).flatMap(([kind, sentences]) =>
    sentences.map((sentence) => [advert, kind, sentence, parts] as const),
  ),
);

const places = ["after the headline", "before the last part", "at the end"] as const;

function withSentence(parts: readonly string[], sentence: string, place: (typeof places)[number]): string {
  const at = {
    "after the headline": 1,
    "before the last part": parts.length - 1,
    "at the end": parts.length,
  }[place];
  return [...parts.slice(0, at), sentence, ...parts.slice(at)].join("\n\n");
}

describe("the adverts are read at all", () => {
  test.each(Object.entries(adverts))("%s", (_, parts) => {
    const { workplace, places: cities, hiringCountries } = tagsOf(parts.join("\n\n"));
    expect(workplace).toBeDefined();
    expect(cities.length + hiringCountries.length).toBeGreaterThan(0);
  });
});

describe.each(places)("a sentence about something else, %s, leaves the tags as they are", (place) => {
  test.each(cases)("%s: %s: %s", (_, __, sentence, parts) => {
    expect(tagsOf(withSentence(parts, sentence, place))).toEqual(tagsOf(parts.join("\n\n")));
  });
});

const headline = [
  "Larkfield",
  "Senior Backend Engineer",
  "Lyon, France",
  "Hybrid",
  "Full-time",
  "€60,000 - €75,000",
];
const body = "\n\nYou have 4+ years of experience with Kotlin and PostgreSQL. Terraform is a plus.";
const plain = headline.join(" | ") + body;

describe("the form of an advert leaves the tags as they are", () => {
  test.each([
    ["bullets", `${headline.join(" • ")}${body}`],
    ["dashes", `${headline.join(" – ")}${body}`],
    ["long dashes", `${headline.join(" — ")}${body}`],
    ["bars without blanks", `${headline.join("|")}${body}`],
    ["bars and blanks around them", `${headline.join("  |  ")}${body}`],
    ["lines of Windows", plain.replaceAll("\n", "\r\n")],
    ["more empty lines", plain.replaceAll("\n\n", "\n\n\n\n")],
    ["blanks that do not break", plain.replaceAll(" ", "\u00a0")],
    [
      "capitals in the headline's furniture",
      plain.replace("Hybrid", "HYBRID").replace("Full-time", "FULL-TIME"),
    ],
    ["small letters there", plain.replace("Hybrid", "hybrid").replace("Full-time", "full time")],
    ["HTML", `<p>${headline.join(" | ")}</p><p>${body.trim()}</p>`],
    [
      "HTML of a board",
      `<div><strong>${headline.join(" | ")}</strong><br><br>${body.trim().replace("€", "&euro;")}</div>`,
    ],
    ["HTML escaped once more", `&lt;p&gt;${headline.join(" | ")}&lt;/p&gt;&lt;p&gt;${body.trim()}&lt;/p&gt;`],
    ["Markdown", `**${headline.join(" | ")}**\n\n${body.trim().replace("Kotlin", "`Kotlin`")}`],
    [
      "another order of the facts",
      `${[headline[0], headline[2], headline[3], headline[1], headline[5], headline[4]].join(" | ")}${body}`,
    ],
  ])("%s", (_, text) => {
    expect(tagsOf(text)).toEqual(tagsOf(plain));
  });

  const stack = ["Kotlin", "Spring Boot", "PostgreSQL", "RabbitMQ", "Go", "Rust", "Terraform"];
  const listed = tagsOf(`Stack: ${stack.join(", ")}`).skills;

  test.each([
    ["slashes", `Stack: ${stack.join("/")}`],
    ["slashes with blanks", `Stack: ${stack.join(" / ")}`],
    ["bars", `Stack: ${stack.join(" | ")}`],
    ["plus signs", `Stack: ${stack.join(" + ")}`],
    ["middle dots", `Stack: ${stack.join(" · ")}`],
    ["bullets", `Stack: ${stack.join(" • ")}`],
    ["semicolons", `Stack: ${stack.join("; ")}`],
    ["lines", `Stack:\n${stack.map((name) => `- ${name}`).join("\n")}`],
    ["a list of HTML", `<p>Stack:</p><ul>${stack.map((name) => `<li>${name}</li>`).join("")}</ul>`],
    ["round brackets", `Stack: back end (${stack.join(", ")})`],
    ["square brackets", `Stack: [${stack.join(", ")}]`],
    ["the reverse order", `Stack: ${stack.toReversed().join(", ")}`],
    ["the last with an and", `Stack: ${stack.slice(0, -1).join(", ")} and ${stack.at(-1)}`],
    ["the last with a comma and an and", `Stack: ${stack.slice(0, -1).join(", ")}, and ${stack.at(-1)}`],
    ["an ampersand", `Stack: ${stack.slice(0, -1).join(", ")} & ${stack.at(-1)}`],
  ])("a stack in %s", (_, text) => {
    expect(listed).toHaveLength(8);
    expect(tagsOf(text).skills).toEqual(listed);
  });
});

/** An employer may be called like a technology; a headline says which word is the name. */
describe("the employer's own name is no skill", () => {
  test.each(["MongoDB", "Oracle", "Elastic", "Docker", "Confluent", "Shopify"])("%s", (name) => {
    const advert = (employer: string) =>
      `${employer} | Backend Engineer | Lyon, France | Onsite\n\nYou know Kotlin and PostgreSQL.`;
    expect(tagsOf(advert(name)).skills).toEqual(tagsOf(advert("Larkfield")).skills);
  });
});
