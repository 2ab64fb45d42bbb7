// The statement against the rules, at length: ten thousand profiles, each ranked over every seeded posting.
import "./rank.test";
