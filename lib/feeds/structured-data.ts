import { htmlOf } from "@/lib/postings/markup";
import type { PublicPosting } from "@/lib/postings/shape";
import { countryName } from "@/lib/taxonomy/countries";

const employmentType = {
  "full-time": "FULL_TIME",
  "part-time": "PART_TIME",
  contract: "CONTRACTOR",
  internship: "INTERN",
  temporary: "TEMPORARY",
} as const;
const credential = {
  associate: "associate degree",
  bachelor: "bachelor degree",
  master: "postgraduate degree",
  doctorate: "postgraduate degree",
} as const;

/**
 * A live posting as schema.org's JobPosting, with the website of its company and the hash of its logo. What the posting does not say is left out. Whoever writes it into a page escapes "<", so that
 * nothing in it can end the script.
 */
export function structuredData(
  posting: PublicPosting & { claimed: boolean },
  { website, logo }: { website: string | null; logo: string | null },
) {
  const { salary, degree, experience, places, workplace, company } = posting;
  const level = degree.level === "none" ? null : degree.level;
  return {
    "@context": "https://schema.org",
    "@type": "JobPosting",
    title: posting.title,
    description: htmlOf(posting.description),
    identifier: { "@type": "PropertyValue", name: company.name, value: posting.id },
    datePosted: posting.publishedAt,
    validThrough: posting.expiresAt,
    employmentType: employmentType[posting.employment],
    hiringOrganization: {
      "@type": "Organization",
      name: company.name,
      url: new URL(`/companies/${company.slug}`, posting.url).href,
      ...(website && { sameAs: website }),
      ...(logo && { logo: new URL(`/logos/${logo}.webp`, posting.url).href }),
    },
    directApply: posting.claimed,
    url: posting.url,
    ...(places.length > 0 && {
      jobLocation: places.map(({ city, country }) => ({
        "@type": "Place",
        address: {
          "@type": "PostalAddress",
          ...(city && { addressLocality: city }),
          addressCountry: country,
        },
      })),
    }),
    ...(workplace === "remote" && {
      jobLocationType: "TELECOMMUTE",
      applicantLocationRequirements: posting.hiringCountries.map((country) => ({
        "@type": "Country",
        name: countryName(country),
      })),
    }),
    baseSalary: {
      "@type": "MonetaryAmount",
      currency: salary.currency,
      value: {
        "@type": "QuantitativeValue",
        minValue: salary.min,
        maxValue: salary.max,
        unitText: salary.period.toUpperCase(),
      },
    },
    ...(level && {
      educationRequirements: {
        "@type": "EducationalOccupationalCredential",
        credentialCategory: credential[level],
      },
    }),
    ...(level && { experienceInPlaceOfEducation: degree.equalExperience }),
    ...(experience.min !== null && {
      experienceRequirements: {
        "@type": "OccupationalExperienceRequirements",
        monthsOfExperience: experience.min * 12,
      },
    }),
    ...(posting.skills.length > 0 && { skills: posting.skills.map(({ label }) => label).join(", ") }),
    ...(posting.responsibilities.length > 0 && {
      responsibilities: posting.responsibilities.map(({ label }) => label).join("; "),
    }),
  };
}
