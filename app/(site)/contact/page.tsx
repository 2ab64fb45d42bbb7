import type { Metadata } from "next";
import { settings } from "@/lib/env";
import { Article } from "../_parts/article";

export const metadata: Metadata = {
  title: "Contact",
  description:
    "How to reach the people who run Backplane, about a posting, an account or a security problem.",
};

export default function ContactPage() {
  const address = `contact@${new URL(settings().APP_URL).hostname}`;
  return (
    <Article title="Contact" lead="A person reads every message.">
      <p>
        <a href={`mailto:${address}`}>{address}</a>
      </p>
      <h2>What to write</h2>
      <ul>
        <li>About a posting: its address, and what is wrong with it.</li>
        <li>
          About an application: write to the company through the application. We do not know how it decides.
        </li>
        <li>
          About a decision on your posting: its title, and why you think the decision is wrong. Another admin
          will look at it.
        </li>
        <li>
          About your company’s badge: an owner can <a href="/employer/company/verify">verify the company</a>{" "}
          without us.
        </li>
        <li>
          About a company of yours that is marked “Not answered here”: write from an e-mail address at its
          domain.
        </li>
        <li>About your data: write from the e-mail address of your account, so that we know it is you.</li>
        <li>
          About a security problem: what you saw, and how we can reproduce it. Please report it to us before
          you publish it.
        </li>
      </ul>
    </Article>
  );
}
