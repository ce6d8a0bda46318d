const a = 1;
const b = "http://example.org/data.json";
