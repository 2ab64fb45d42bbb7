// The people in memory against SQL, at length: a thousand postings, and people who change between them.
import "./people.test";
