declare module "cities15000" {
  /** The path of the list of cities, one a line, its fields separated by tabs. */
  export const file: string;
}
