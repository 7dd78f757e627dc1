import { render } from "preact";
import "./style.css";
import type { Report } from "./report.ts";
import { ReportPage } from "./view/report-page.tsx";

const page = document.querySelector("#page");
const text = document.querySelector("#report")?.textContent ?? "";
if (page !== null && text !== "") {
  const report: Report = JSON.parse(text);
  document.title = `secgroup plan: ${report.document}`;
  render(<ReportPage report={report} />, page);
}
