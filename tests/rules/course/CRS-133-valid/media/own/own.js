// http://example.org/license
const b = "http://www.w3.org/2000/svg";
