import type { Metadata } from "next";
import { settings } from "@/lib/env";
import { Article } from "../_parts/article";

export const metadata: Metadata = { title: "Contact" };

export default function ContactPage() {
  const address = `contact@${new URL(settings().APP_URL).hostname}`;
  return (
    <Article title="Contact" lead="One mailbox, read by people.">
      <p>
        <a href={`mailto:${address}`}>{address}</a>
      </p>
      <h2>What helps us to answer</h2>
      <ul>
        <li>About a posting: its address, and what is wrong with it.</li>
        <li>
          About an application: write to the company through the application. We do not see into its
          decisions.
        </li>
        <li>
          About a decision on your posting: its title, and why you think that the decision is wrong. Another
          admin looks at it.
        </li>
        <li>
          About the badge of your company: write from an e-mail address at the domain of its website, so that
          we can verify it.
        </li>
        <li>About a company that is yours but is not answered here: write from an address of its domain.</li>
        <li>About your data: from the address of your account, so that we know it is you.</li>
        <li>
          About a hole in our security: what you saw, and how to see it again. Please tell us before others.
        </li>
      </ul>
    </Article>
  );
}
