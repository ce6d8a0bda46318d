// Works in both: LMSInitialize in the one, Initialize in the other.
var api = window.API_1484_11 || window.API;
var begin = api.Initialize ? "Initialize" : "LMSInitialize";
api[begin]("");
window.addEventListener("pagehide", function () {
  api[begin === "Initialize" ? "Terminate" : "LMSFinish"]("");
});
