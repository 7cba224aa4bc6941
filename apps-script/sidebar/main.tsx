document.body.append("Pipecast");
