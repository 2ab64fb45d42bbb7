import { join } from "node:path";
import { Document, Font, Link, Page, renderToBuffer, Text, View } from "@react-pdf/renderer";
import anyAscii from "any-ascii";
import { type ComponentProps, createElement as element, type ReactElement } from "react";

/** A document to print: its parts follow one another, each with its facts and texts under a heading. */
export type Paper = { title: string; lead: string; parts: readonly Part[] };
export type Part = {
  heading: string;
  facts: readonly (readonly [name: string, value: string])[];
  texts: readonly (readonly [name: string, text: string])[];
  /** The page where all of it stands: the heading leads there. */
  url?: string;
};

const family = "Geist";
const file = (name: string) =>
  join(process.cwd(), "node_modules", "geist", "dist", "fonts", "geist-sans", `Geist-${name}.ttf`);
Font.register({ family, fonts: [{ src: file("Regular") }, { src: file("SemiBold"), fontWeight: 600 }] });
Font.registerHyphenationCallback((word) => [word]);

/** The time to lay out a run of pages grows with the square of its length. */
const partsInRun = 10;

const ink = "#1a1a1a";
const pale = "#5c5c5c";
const styles = {
  page: { padding: 48, paddingBottom: 64, fontFamily: family, fontSize: 10, lineHeight: 1.45, color: ink },
  title: { fontSize: 20, fontWeight: 600, lineHeight: 1.2, marginBottom: 4 },
  lead: { color: pale, marginBottom: 16 },
  part: { borderTop: "1pt solid #1a1a1a", paddingTop: 8, marginBottom: 16 },
  heading: { fontSize: 12, fontWeight: 600, marginBottom: 2, color: ink, textDecoration: "none" },
  name: { color: pale },
  text: { marginTop: 6 },
  foot: { position: "absolute", bottom: 32, left: 48, right: 48, fontSize: 8, color: pale },
} as const;

/** The paper as PDF, on A4. For a process of its own: five hundred parts take seconds. */
export async function renderPaper({ title, lead, parts }: Paper): Promise<Uint8Array> {
  const runs = Array.from({ length: Math.max(1, Math.ceil(parts.length / partsInRun)) }, (_, at) =>
    parts.slice(at * partsInRun, (at + 1) * partsInRun),
  );
  const foot = text(styles.foot, title, { fixed: true });
  const pages = runs.map((run, at) =>
    element(
      Page,
      { key: at, size: "A4", style: styles.page },
      at === 0 && text(styles.title, title),
      at === 0 && text(styles.lead, lead),
      run.map(partOf),
      foot,
    ),
  );
  return new Uint8Array(await renderToBuffer(element(Document, { title, language: "en" }, pages)));
}

/** Few elements: each costs time. */
const partOf = ({ heading, facts, texts, url }: Part, key: number): ReactElement =>
  element(
    View,
    { key, style: styles.part },
    url
      ? element(Link, { src: url, style: styles.heading }, printable(heading))
      : text(styles.heading, heading),
    facts.length > 0 && text({}, facts.map(([name, value]) => `${name}: ${value}`).join("\n")),
    texts.map(([name, said], at) =>
      element(
        Text,
        { key: `${at} ${name}`, style: styles.text },
        element(Text, { style: styles.name }, `${printable(name)}\n`),
        printable(said),
      ),
    ),
  );

type Style = ComponentProps<typeof View>["style"];
const text = (style: Style, said: string, props: object = {}) =>
  element(Text, { style, ...props }, printable(said));

/** The font has Latin and Cyrillic letters. What it lacks would be empty boxes, so it is spelt in Latin letters. */
const printable = (said: string) =>
  said.replace(
    /[^\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Common}\p{Script=Inherited}]+|\p{Extended_Pictographic}/gu,
    (part) => (/[\d#*©®™]/.test(part) ? part : anyAscii(part)),
  );
