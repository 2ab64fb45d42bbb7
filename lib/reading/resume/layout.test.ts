import { describe, expect, it } from "vitest";
import { type PlacedPage, type PlacedText, resumeFromPages } from "./layout";

const line = (y: number, ...texts: [x: number, text: string, size?: number][]): PlacedText[] =>
  texts.map(([x, text, size = 10]) => ({ text, x, y, width: text.length * size * 0.5, size }));
/** Text that ends at the right edge. */
const atEdge = (text: string): [number, string] => [550 - text.length * 5, text];
const page = (...lines: PlacedText[][]): PlacedPage => ({ width: 600, height: 800, items: lines.flat() });
const textOf = (...pages: PlacedPage[]) => resumeFromPages(pages).text;

describe("the text of pages", () => {
  it("has items on one line together, and what stands apart in cells", () => {
    expect(textOf(page(line(700, [50, "Go"], [62, "services"], atEdge("2019"))))).toBe("Go services\t2019");
  });

  it("is read from the right in Arabic and Hebrew, Latin words and numbers in it from the left", () => {
    // Letter by letter from left to right, in the shapes that they have on paper, as browsers print them.
    const glyphs = (text: string, at = 50): [number, string][] =>
      [...text].map((letter, index) => [at + index * 5, letter]);
    const right = line(720, ...glyphs("ﺔﻴﻠﻤﻌﻟﺍ ﺓﺮﺒﺨﻟﺍ"));
    const written = line(700, ...glyphs("2021 – 2019 SQL ﻭ Kotlin ﻡﺍﺪﺨﺘﺳﺎﺑ"));
    expect(textOf(page(right, written))).toBe("الخبرة العملية\nباستخدام Kotlin و SQL 2019 – 2021");
    expect(textOf(page(line(700, ...glyphs("Java 17 םע תוריש"))))).toBe("שירות עם Java 17");
    expect(textOf(page(line(700, ...glyphs("Written in תירבע and Go"))))).toBe("Written in עברית and Go");
  });

  it("parts lines that stand farther apart", () => {
    const lines = [700, 688, 676, 664].map((y, at) => line(y, [50, `line ${at}`]));
    expect(textOf(page(...lines, line(630, [50, "apart"])))).toBe("line 0\nline 1\nline 2\nline 3\n\napart");
  });

  it("gathers what runs down the right edge at the line that it belongs to", () => {
    const text = textOf(
      page(
        line(700, [50, "Acme, Developer"], atEdge("Oslo, Norway")),
        line(688, [55, "•"], [63, "Built services that"], atEdge("May 2019 – Aug 2021")),
        line(676, [63, "carry the orders"], atEdge("2 years 4 months")),
        line(664, [55, "•"], [63, "Ran them"]),
      ),
    );
    expect(text).toBe(
      "Acme, Developer\tOslo, Norway\tMay 2019 – Aug 2021\t2 years 4 months\n• Built services that carry the orders\n• Ran them",
    );
  });

  it("leaves dates of lines below each other where they are", () => {
    const rows = [2021, 2020, 2019].map((year, at) =>
      line(700 - at * 12, [50, `Prize ${at}`], atEdge(`${year}`)),
    );
    expect(textOf(page(...rows))).toBe("Prize 0\t2021\nPrize 1\t2020\nPrize 2\t2019");
  });

  it("makes words whole that a line's end broke, and leaves hyphens that are their own", () => {
    const text = textOf(
      page(
        line(700, [50, "top of the submis-"]),
        line(688, [50, "sions, an event-"]),
        line(676, [50, "driven service"]),
      ),
    );
    expect(text).toBe("top of the submissions, an event-driven service");
  });

  it("leaves out what stands at the head and the foot of each page", () => {
    const sheet = (number: number) =>
      page(
        line(780, [50, "Kim Sample, résumé"]),
        line(500, [50, `text of page ${number}`]),
        line(20, [280, `Page ${number} of 2`]),
      );
    expect(textOf(sheet(1), sheet(2))).toBe("text of page 1\n\ntext of page 2");
  });

  it("reads the wider of two columns first, whole over all pages, then the narrower", () => {
    const side = ["Contact", "kim@example.org", "Top Skills", "Go", "Kafka"].map((text, at) =>
      line(700 - at * 13, [40, text]),
    );
    const main = ["Kim Sample", "Summary", "I build services.", "Experience", "Acme", "Developer"].map(
      (text, at) => line(705 - at * 15, [220, text]),
    );
    const second = page(line(700, [220, "2019 – 2021"]), line(685, [220, "Built the ledger"]));
    const text = textOf(page(...side, ...main), second).replace(/\n+/g, " | ");
    expect(text).toBe(
      "Kim Sample | Summary | I build services. | Experience | Acme | Developer | 2019 – 2021 | Built the ledger | Contact | kim@example.org | Top Skills | Go | Kafka",
    );
  });

  it("keeps dates in a column at the left with their lines", () => {
    const rows = ["2015", "2016", "2017", "2018", "2019", "2020"].map((year, at) =>
      line(700 - at * 14, [50, year], [140, `What was done in ${year}, in a longer line`]),
    );
    expect(textOf(page(...rows)).split("\n")[1]).toBe("2016\tWhat was done in 2016, in a longer line");
  });

  it("drops signs that a font of pictures has", () => {
    expect(
      textOf(page(line(700, [50, "\uf3c5"], [62, "Oslo"], [110, "\uf0e0"], [122, "kim@example.org"]))),
    ).toBe("Oslo\tkim@example.org");
  });

  it("is empty for pages without text", () => {
    expect(resumeFromPages([])).toMatchObject({ text: "", lines: [] });
    expect(resumeFromPages([page()])).toMatchObject({ text: "", lines: [] });
  });
});
