window.API.LMSInitialize("");
