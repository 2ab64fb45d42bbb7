import { DataItem, DataList } from "@/app/_ui/data-list";
import type { PublicPosting } from "@/lib/postings/shape";
import { formatList, formatPlaces } from "@/lib/postings/words";
import { countryName } from "@/lib/taxonomy/countries";
import { bandWords, employmentWords, workplaceWords } from "@/lib/taxonomy/words";
import { formatDate, formatDegree, formatYears } from "../../../../_parts/search/format";

/** The facts that are neither pay nor a line of requirements. */
export function PostingFacts({ posting }: { posting: PublicPosting }) {
  const { experience, degree, places, hiringCountries } = posting;
  const years = formatYears(experience);
  return (
    <DataList>
      <DataItem label="Workplace">{workplaceWords[posting.workplace]}</DataItem>
      {places.length > 0 && (
        <DataItem label={places.length > 1 ? "Places" : "Place"}>{formatPlaces(places)}</DataItem>
      )}
      {hiringCountries.length > 0 && (
        <DataItem label="Hires in">{formatList(hiringCountries.map(countryName))}</DataItem>
      )}
      <DataItem label="Employment">{employmentWords[posting.employment]}</DataItem>
      <DataItem label="Experience">{years}</DataItem>
      <DataItem label="Band">{experience.band && bandWords[experience.band]}</DataItem>
      <DataItem label="Degree">{formatDegree(degree)}</DataItem>
      <DataItem label="Published">
        <time dateTime={posting.publishedAt}>{formatDate(posting.publishedAt)}</time>
      </DataItem>
      <DataItem label="Open until">
        <time dateTime={posting.expiresAt}>{formatDate(posting.expiresAt)}</time>
      </DataItem>
    </DataList>
  );
}
