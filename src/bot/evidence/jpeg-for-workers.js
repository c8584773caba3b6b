// Stands in the Worker for jpeg-js (wrangler.toml): photos are joined on Node alone, so the encoder stays out. The package
// cannot be named here, for its name leads to this file.

export { default as decode } from "../../../node_modules/jpeg-js/lib/decoder.js";
