const months = new Intl.DateTimeFormat("en", { month: "short", timeZone: "UTC" });

type Period = { started: string | null; ended: string | null };

/** "Sept 2018 – May 2023", "since 2021", "2012"; nothing where neither is said. */
export function periodWords({ started, ended }: Period): string {
  if (started && ended && started !== ended) return `${dateWords(started)} – ${dateWords(ended)}`;
  if (ended) return dateWords(ended);
  return started ? `since ${dateWords(started)}` : "";
}

/** "2018-09" as "Sep 2018"; as precise as it is. */
export function dateWords(date: string): string {
  const [year = "", month, day] = date.split("-");
  if (!month) return year;
  return [day && Number(day), months.format(new Date(Date.UTC(2000, Number(month) - 1))), year]
    .filter(Boolean)
    .join(" ");
}
