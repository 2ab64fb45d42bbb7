// Five hundred pairs of people who differ in nothing but who they are.
import "./fairness.test";
