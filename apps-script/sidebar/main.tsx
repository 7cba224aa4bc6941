import { render } from "preact";
import { App } from "./app.tsx";
import "./style.css";
import "./charts.css";

const root = document.getElementById("pipecast");
if (root) render(<App />, root);
