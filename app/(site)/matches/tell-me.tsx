import { ButtonLink } from "@/app/_ui/button";
import type { ProfileFacts } from "@/lib/matching/rules/facts";
import { savedText } from "@/lib/saved/rules";
import { parseParameters, type SearchCriteria } from "@/lib/search/criteria";

/** From which match on one is told of a new posting, until one says otherwise. */
const threshold = 70;

/**
 * The way to be told of new matches: a saved search with a threshold. Where nothing narrows the list, it is narrowed by what the profile says of
 * place, since a search for everything cannot be saved.
 */
export function TellMe({
  criteria,
  typed,
  profile,
}: {
  criteria: SearchCriteria;
  typed: string | undefined;
  profile: ProfileFacts;
}) {
  const kept = savedText(criteria, typed) || savedText(ofProfile(profile), undefined);
  if (kept === "") return null;
  return (
    <ButtonLink href={`/saved/new?${kept}&minMatch=${threshold}`} size="sm">
      Get new matches by e-mail
    </ButtonLink>
  );
}

function ofProfile({ workplaces, countries }: ProfileFacts): SearchCriteria {
  const params = new URLSearchParams();
  for (const workplace of workplaces) params.append("workplace", workplace);
  for (const country of countries.slice(0, 20)) params.append("country", country);
  return parseParameters(params).criteria;
}
