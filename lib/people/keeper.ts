import { db } from "@/db/client";
import { Follower, type Outcome } from "@/lib/board/follower";
import { atOneMoment, type News, type Since } from "@/lib/board/queries";
import { People } from "./people";
import { countSearchable, readPeople, readProfileNews, readSearchable } from "./queries";

/** Milliseconds that a question waits for the people to catch up. */
const patience = 1_500;

/**
 * Keeps the people of a process. They are loaded at the first question, so that who hires nobody has nothing of it, and look for changes only
 * when somebody asks.
 */
export class PeopleKeeper extends Follower<People> {
  protected readonly mostChanges = 2_000;

  /** The people as of this question, or null where SQL must answer: they are not loaded, or behind. */
  async current(): Promise<People | null> {
    return (await this.upToNow(patience))?.copy ?? null;
  }

  protected readNews(since: Since): Promise<News> {
    return readProfileNews(db(), since);
  }

  protected async follow(people: People, { changes }: News): Promise<Outcome> {
    const numbers = [...new Set(changes.flatMap(({ number }) => number ?? []))];
    if (numbers.length > 0 && !people.apply(await readPeople(db(), numbers), numbers)) return "lost";
    return people.isWorn ? "worn" : "followed";
  }

  protected readAll() {
    return atOneMoment(async (tx) => {
      const news = await readProfileNews(tx, { limit: this.mostChanges });
      const copy = new People(await countSearchable(tx));
      for await (const piece of readSearchable(tx)) copy.apply(piece);
      return { copy, news };
    });
  }
}
