/**
 * Shares one look at something between all who need it as new as their question: whoever asks while a look is under way waits for the
 * next one, which begins after they asked. Returns the function to ask with.
 */
export function sharedLook<T>(look: () => Promise<T>): () => Promise<T> {
  let looking: Promise<T> | null = null;
  let nextLook: Promise<T> | null = null;
  return function ask(): Promise<T> {
    if (looking) {
      nextLook ??= looking
        .catch(() => {})
        .then(() => {
          nextLook = null;
          return ask();
        });
      return nextLook;
    }
    looking = look().finally(() => {
      looking = null;
    });
    return looking;
  };
}
