import { DataItem, DataList } from "@/app/_ui/data-list";
import { lifeDays } from "@/lib/postings/life-days";
import type { PreviewPosting } from "@/lib/postings/queries/public";
import { formatList, formatPlaces } from "@/lib/postings/words";
import { countryName } from "@/lib/taxonomy/countries";
import { bandWords, employmentWords, workplaceWords } from "@/lib/taxonomy/words";
import { formatDate, formatDegree, formatYears } from "../../../../_parts/search/format";

/** The facts that are neither pay nor a line of requirements. */
export function PostingFacts({ posting }: { posting: PreviewPosting }) {
  const { experience, degree, places, hiringCountries } = posting;
  const years = formatYears(experience);
  return (
    <DataList>
      <DataItem label="Workplace">{posting.workplace && workplaceWords[posting.workplace]}</DataItem>
      {places.length > 0 && (
        <DataItem label={places.length > 1 ? "Places" : "Place"}>{formatPlaces(places)}</DataItem>
      )}
      {hiringCountries.length > 0 && (
        <DataItem label="Hires in">{formatList(hiringCountries.map(countryName))}</DataItem>
      )}
      <DataItem label="Employment">{posting.employment && employmentWords[posting.employment]}</DataItem>
      <DataItem label="Experience">{years}</DataItem>
      <DataItem label="Band">{experience.band && bandWords[experience.band]}</DataItem>
      <DataItem label="Degree">{formatDegree(degree)}</DataItem>
      <DataItem label="Published">
        <Day at={posting.publishedAt} otherwise="When it is approved" />
      </DataItem>
      <DataItem label="Open until">
        <Day at={posting.expiresAt} otherwise={`${lifeDays} days after publication`} />
      </DataItem>
    </DataList>
  );
}

const Day = ({ at, otherwise }: { at: string | null; otherwise: string }) =>
  at === null ? otherwise : <time dateTime={at}>{formatDate(at)}</time>;
