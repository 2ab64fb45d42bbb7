// The board against SQL, at length: ten thousand searches over every seeded posting.
import "./run.test";
