import type { FieldFault } from "@/lib/errors";
import { countryName } from "@/lib/taxonomy/countries";
import { unknownTown } from "@/lib/taxonomy/gazetteer";
import type { PostingForm } from "./input";

/** What submitting asks about towns that we do not know in their country, at their fields; nothing once they were confirmed. */
export function townDoubts({ places, placesConfirmed }: Pick<PostingForm, "places" | "placesConfirmed">) {
  if (placesConfirmed) return [];
  const doubts = places.flatMap(({ city, country }, i): FieldFault[] => {
    const unknown = city && country ? unknownTown(city, country) : null;
    if (!unknown || !country) return [];
    const { meant } = unknown;
    const otherwise = "Searches by distance will not find the posting there.";
    return [
      {
        path: `places[${i}].city`,
        message: `We do not know ${city} in ${countryName(country)}. ${meant ? `Did you mean ${meant}?` : otherwise}`,
      },
    ];
  });
  if (doubts.length === 0) return [];
  const message = "Correct the places, or tick the box if they are right.";
  return [...doubts, { path: "placesConfirmed", message }];
}
