// The kernels in WebAssembly against those in JavaScript, at length: ten thousand cases of each.
import "./kernels.test";
