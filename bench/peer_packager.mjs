// Wraps a folder with simple-scorm-packager. usage: node bench/peer_packager.mjs SOURCE OUTPUT VERSION
import { createRequire } from "node:module";

const packager = createRequire(import.meta.url)("simple-scorm-packager");
const [source, outputFolder, version] = process.argv.slice(2);
packager(
  {
    version,
    organization: "Bench",
    title: "Benchmark course",
    identifier: "bench",
    startingPage: "index.html",
    source,
    package: { version: "1.0.0", zip: true, outputFolder },
  },
  () => {},
);
