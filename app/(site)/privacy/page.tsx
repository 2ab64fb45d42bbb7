import type { Metadata } from "next";
import { Article } from "../_parts/article";

export const metadata: Metadata = { title: "Privacy" };

export default function PrivacyPage() {
  return (
    <Article title="Privacy" lead="What is kept about you, who sees it, and for how long.">
      <h2>Without an account</h2>
      <p>
        Nothing that identifies you is kept. Requests are counted by address for some minutes, so that nobody
        floods the service. There are no trackers, and nothing is loaded from other sites.
      </p>
      <h2>With an account</h2>
      <ul>
        <li>Your e-mail address and, if you give it, your name.</li>
        <li>
          One cookie that keeps you signed in: 30 days for candidates, 12 hours for members of companies and
          for administrators. It ends when you sign out.
        </li>
        <li>
          One cookie that says that this browser signed in with your address before, and the code that it
          used, both for 180 days. So nobody can keep you from signing in by asking for codes in your name.
        </li>
        <li>
          Your profile: skills, responsibilities, years, degree and wanted pay, jobs, studies and other
          evidence, as you say them. Never your past pay.
        </li>
        <li>Your applications: what you sent, the states they went through, and the answers.</li>
      </ul>
      <h2>Who sees what</h2>
      <ul>
        <li>
          Your profile is yours. A company sees what is in your application, which is shown to you before you
          send it.
        </li>
        <li>
          Companies find you only if you choose so, and never those that you blocked. They see what you can do
          and want, without your name and address, and you see which company opened your profile, when and for
          which posting.
        </li>
        <li>
          While a company writes a posting, it is told how many would meet its musts: in rounded figures, and
          never of fewer than five.
        </li>
        <li>
          Administrators see what they need to review postings and to answer reports; what they decide is
          recorded.
        </li>
        <li>Nobody is given your data for advertising, and it is not sold.</li>
      </ul>
      <h2>How long</h2>
      <p>
        Applications are kept for 12 months after their decision, or for the time that the company has set,
        from 1 to 24 months. Deleting your account deletes your data; of what happened only figures and opaque
        numbers stay.
      </p>
      <h2>Your rights</h2>
      <p>
        You may see, correct, take away and delete what is kept about you, and object to its use. Write to us
        by the address on the <a href="/contact">contact page</a>; you may also complain to your data
        protection authority.
      </p>
    </Article>
  );
}
