// Words on the board against SQL, at length: ten thousand lines over every seeded posting.
import "./words.test";
