/** What the forms say of names that mean something else in everyday language. */
export const everydayWords = {
  label: "It is also an everyday word",
  hint: "Such as “go” or “spark”. In texts it then counts only where skills are asked for.",
};
