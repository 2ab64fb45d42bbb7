import { XMLBuilder } from "fast-xml-parser";
import { arrivingFrom } from "@/lib/postings/arrival";
import { htmlOf } from "@/lib/postings/markup";
import type { PublicPosting } from "@/lib/postings/shape";
import { bandWords, degreeWords } from "@/lib/taxonomy/words";
import { legalXml, payOf } from "./formats";

const xml = new XMLBuilder({ format: true, cdataPropName: "cdata" });

/**
 * Indeed's feed, piece by piece, since it has to hold every posting: what is missing from it is taken off Indeed's list. `pages` are the
 * postings as they are read, `home` is our own address.
 */
export async function* indeedFeed(
  pages: AsyncIterable<readonly PublicPosting[]>,
  { home, updated }: { home: string; updated: Date },
): AsyncGenerator<string> {
  yield `<?xml version="1.0" encoding="utf-8"?>\n<source>\n`;
  yield xml.build({ publisher: "Backplane", publisherurl: home, lastBuildDate: updated.toISOString() });
  for await (const postings of pages) yield legalXml(xml.build({ job: postings.flatMap(jobsOf) }));
  yield "</source>\n";
}

/** One job for each place or hiring country that a posting names. What it does not say has no element. */
function jobsOf(posting: PublicPosting) {
  const { workplace, places, hiringCountries, degree, experience } = posting;
  const spots = places.length > 0 ? places : hiringCountries.map((country) => ({ city: null, country }));
  return spots.map(({ city, country }, at) => {
    const fields = {
      title: posting.title,
      date: posting.publishedAt,
      referencenumber: at === 0 ? posting.id : `${posting.id}-${at + 1}`,
      requisitionid: posting.id,
      url: arrivingFrom(posting.url, "feed"),
      company: posting.company.name,
      city,
      country,
      description: htmlOf(posting.description),
      salary: payOf(posting),
      jobtype: posting.employment.replace("-", ""),
      category: posting.skills.map(({ label }) => label).join(", "),
      experience: experience.band && bandWords[experience.band],
      education: degree.level && degreeWords[degree.level],
      remotetype: { remote: "Fully remote", hybrid: "Hybrid remote", onsite: null }[workplace],
      expirationdate: posting.expiresAt,
    };
    // A section of CDATA ends at its first "]]>", whoever wrote that.
    return Object.fromEntries(
      Object.entries(fields).flatMap(([name, value]) =>
        value ? [[name, { cdata: value.replaceAll("]]>", "]] >") }]] : [],
      ),
    );
  });
}
