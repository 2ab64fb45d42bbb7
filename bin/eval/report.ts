import { type Counts, countPost, type PostField, postFields } from "./counts";
import { type Figure, figures, figuresOf, type Measured, measured } from "./figures";
import { foldLeftOut, folds, type Post } from "./posts";
import { tableOf } from "./table";

type Read = { post: Post; counts: Partial<Record<PostField, Counts>> };

/** How well posts are read: all figures of the folds to work on and of the one left out, then two figures for each fold. */
export function reportOn(posts: readonly Post[]): string {
  const read = readAll(posts);
  const isLeftOut = ({ post }: Read) => post.fold === foldLeftOut;
  return [
    section(
      `Folds 1 to ${foldLeftOut - 1}`,
      read.filter((one) => !isLeftOut(one)),
    ),
    section(`Fold ${foldLeftOut}, left out of the work`, read.filter(isLeftOut)),
    section("All folds", read),
    byFold("F1", read),
    byFold("exact", read),
  ].join("\n\n");
}

/** What is missed and wrong in the posts of one fold, a line a post and field. */
export const disagreementsIn = (posts: readonly Post[], fold: number): string[] =>
  readAll(posts.filter((post) => post.fold === fold)).flatMap(({ post, counts }) =>
    postFields.flatMap((field) => {
      const { missed, extra } = counts[field] ?? nothing;
      if (missed.length + extra.length === 0) return [];
      return [`${post.id} ${field}:${told("missed", missed)}${told("read", extra)}`];
    }),
  );

const nothing: Counts = { right: 0, extra: [], missed: [] };

const told = (word: string, values: string[]) => (values.length > 0 ? ` ${word} ${values.join("; ")}` : "");

const readAll = (posts: readonly Post[]): Read[] => posts.map((post) => ({ post, counts: countPost(post) }));

/** The counts of a field, of the posts in which it is labelled. */
const of = (read: readonly Read[], field: PostField) => read.flatMap(({ counts }) => counts[field] ?? []);

function section(title: string, read: readonly Read[]): string {
  const rows = postFields.map((field) => {
    const all = measured(of(read, field));
    return [field, ...figures.map((figure) => inWords(all[figure]))];
  });
  return `${title}: ${read.length} posts\n${tableOf(["field", ...figures], rows)}`;
}

function byFold(figure: Figure, read: readonly Read[]): string {
  const rows = postFields.map((field) => [
    field,
    ...folds.map((fold) =>
      short(
        figuresOf(
          of(
            read.filter(({ post }) => post.fold === fold),
            field,
          ),
        )[figure],
      ),
    ),
  ]);
  return tableOf([`${figure} by fold`, ...folds.map(String)], rows);
}

const short = (value: number | null) => (value === null ? "–" : value.toFixed(3));
const inWords = ({ value, from, to }: Measured) =>
  value === null ? "–" : `${short(value)} (${from.toFixed(2)}–${to.toFixed(2)})`;
