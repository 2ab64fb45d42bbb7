import { sql } from "drizzle-orm";

/** Whether a reality card `r` says everything: as `isComplete` has it. */
export const wholeCard = sql`num_nulls(r.on_call_weeks, r.datastores, r.deploys_per_week, r.requests_per_second, r.take_home_hours,
  r.interview_stages, r.interview_hours, r.team_size) = 0 and (r.on_call_weeks = 0 or r.on_call_paid is not null)
  and (r.take_home_hours = 0 or r.take_home_paid is not null)`;
