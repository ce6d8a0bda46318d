if (window.API_1484_11) {} else window.API.LMSInitialize("");
