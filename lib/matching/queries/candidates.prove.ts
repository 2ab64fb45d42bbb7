// The two statements against the rules, at length: thousands of postings over every profile.
import "./candidates.test";
