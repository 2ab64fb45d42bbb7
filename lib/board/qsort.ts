/**
 * Sorts as PostgreSQL does (src/include/lib/sort_template.h: Bentley and McIlroy, "Engineering a sort function", 1993, with a look whether
 * all is in order first). What is equal ends up in the order that this sort happens to leave it in, and `ts_rank` reads only the first of
 * equal words, so any other sort would give other ranks.
 */
export function qsort<T>(list: T[], compare: (one: T, other: T) => number, from = 0, count = list.length) {
  const sign = (a: number, b: number) => compare(list[a] as T, list[b] as T);
  const swap = (a: number, b: number) => {
    [list[a], list[b]] = [list[b] as T, list[a] as T];
  };
  const swapMany = (a: number, b: number, many: number) => {
    for (let i = 0; i < many; i++) swap(a + i, b + i);
  };
  const middle = (a: number, b: number, c: number) => {
    if (sign(a, b) < 0) return sign(b, c) < 0 ? b : sign(a, c) < 0 ? c : a;
    return sign(b, c) > 0 ? b : sign(a, c) < 0 ? a : c;
  };
  const end = from + count;
  if (count < 7) {
    for (let at = from + 1; at < end; at++)
      for (let to = at; to > from && sign(to - 1, to) > 0; to--) swap(to, to - 1);
    return;
  }
  let at = from + 1;
  while (at < end && sign(at - 1, at) <= 0) at++;
  if (at === end) return;
  let pivot = from + Math.floor(count / 2);
  if (count > 7) {
    let [low, high] = [from, end - 1];
    if (count > 40) {
      const step = Math.floor(count / 8);
      low = middle(low, low + step, low + 2 * step);
      pivot = middle(pivot - step, pivot, pivot + step);
      high = middle(high - 2 * step, high - step, high);
    }
    pivot = middle(low, pivot, high);
  }
  swap(from, pivot);
  // Equal ones are gathered at both ends, below `a` and above `d`, and brought to the middle afterwards.
  let [a, b, c, d] = [from + 1, from + 1, end - 1, end - 1];
  for (;;) {
    for (let order = 0; b <= c; b++) {
      order = sign(b, from);
      if (order > 0) break;
      if (order === 0) swap(a++, b);
    }
    for (let order = 0; b <= c; c--) {
      order = sign(c, from);
      if (order < 0) break;
      if (order === 0) swap(c, d--);
    }
    if (b > c) break;
    swap(b++, c--);
  }
  const left = Math.min(a - from, b - a);
  swapMany(from, b - left, left);
  const right = Math.min(d - c, end - d - 1);
  swapMany(b, end - right, right);
  if (b - a > 1) qsort(list, compare, from, b - a);
  if (d - c > 1) qsort(list, compare, end - (d - c), d - c);
}
