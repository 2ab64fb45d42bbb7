// The order of matches by SQL, by the board and by the rules, at length: a thousand profiles and searches.
import "./match-order.test";
