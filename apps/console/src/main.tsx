import { render } from "preact";
import "./style.css";
import type { Report } from "./report.ts";
import { ConsolePage } from "./view/console-page.tsx";
import { ReportPage } from "./view/report-page.tsx";

const page = document.querySelector("#page");
const text = document.querySelector("#report")?.textContent ?? "";
if (page !== null) {
  if (text === "") {
    // Nothing was put into the page: it is served, and asks for what it shows.
    render(<ConsolePage />, page);
  } else {
    const report: Report = JSON.parse(text);
    document.title = `secgroup plan: ${report.document}`;
    render(<ReportPage report={report} />, page);
  }
}
