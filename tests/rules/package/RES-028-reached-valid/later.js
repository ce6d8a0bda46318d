location.replace("frame.html");
