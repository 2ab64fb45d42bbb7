import { Body, Button, Container, Head, Heading, Hr, Html, Link, Preview, Section, Text } from "react-email";
import type { Mail, MailItem } from "@/lib/background/input";

const ink = "#1c1b18";
const quiet = "#5c5a52";
const face = "Geist, 'Helvetica Neue', Helvetica, Arial, sans-serif";

/** The one shape of all our mail. */
export function MailPage({ heading, paragraphs, code, items, action, reason, stop }: Mail) {
  return (
    <Html lang="en">
      <Head />
      <Preview>{paragraphs[0] ?? heading}</Preview>
      <Body
        style={{ backgroundColor: "#ffffff", color: ink, fontFamily: face, margin: 0, padding: "24px 0" }}
      >
        <Container style={{ maxWidth: 560, padding: "0 24px" }}>
          <Text style={{ fontSize: 14, fontWeight: 600, letterSpacing: "-0.01em", margin: "0 0 16px" }}>
            Backplane
          </Text>
          <Hr style={{ borderColor: ink, margin: 0 }} />
          <Heading
            as="h1"
            style={{ fontSize: 22, lineHeight: "28px", fontWeight: 600, margin: "24px 0 12px" }}
          >
            {heading}
          </Heading>
          {paragraphs.map((paragraph) => (
            <Text
              key={paragraph}
              // People write in several lines.
              style={{ fontSize: 16, lineHeight: "24px", margin: "0 0 12px", whiteSpace: "pre-line" }}
            >
              {paragraph}
            </Text>
          ))}
          {code && (
            <Text
              style={{
                fontFamily: "'Geist Mono', Menlo, Consolas, monospace",
                fontSize: 28,
                letterSpacing: "0.12em",
                margin: "16px 0",
              }}
            >
              {code}
            </Text>
          )}
          {items?.map((item) => (
            <Item key={item.url} {...item} />
          ))}
          {action && (
            <Button
              href={action.url}
              style={{
                backgroundColor: ink,
                color: "#ffffff",
                fontSize: 16,
                padding: "12px 20px",
                borderRadius: 4,
                margin: "8px 0 16px",
              }}
            >
              {action.label}
            </Button>
          )}
          <Hr style={{ borderColor: "#d9d6cc", margin: "24px 0 12px" }} />
          <Text style={{ fontSize: 13, lineHeight: "20px", color: quiet, margin: 0 }}>
            {reason}{" "}
            {stop && (
              <Link href={stop.pageUrl} style={{ color: quiet, textDecoration: "underline" }}>
                {stop.label}
              </Link>
            )}
          </Text>
        </Container>
      </Body>
    </Html>
  );
}

/** One thing in a list: its name, what is said of it, and a question with its answers as links. */
function Item({ title, url, lines, question }: MailItem) {
  return (
    <Section style={{ borderTop: "1px solid #d9d6cc", padding: "12px 0" }}>
      <Link href={url} style={{ color: ink, fontSize: 17, lineHeight: "24px", fontWeight: 600 }}>
        {title}
      </Link>
      {lines.map((line) => (
        <Text key={line} style={{ fontSize: 15, lineHeight: "22px", margin: 0 }}>
          {line}
        </Text>
      ))}
      {question && (
        <Text style={{ fontSize: 13, lineHeight: "20px", color: quiet, margin: "4px 0 0" }}>
          {question.text}
          {question.answers.map(({ label, url: to }) => (
            <Link key={to} href={to} style={{ color: quiet, textDecoration: "underline", marginLeft: 12 }}>
              {label}
            </Link>
          ))}
        </Text>
      )}
    </Section>
  );
}
