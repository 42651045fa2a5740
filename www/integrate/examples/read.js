const output = document.querySelector("#suite");

document.querySelector("#controle").addEventListener("ti-report", ({ report, changes }) => {
  const next = report.checks.find(({ rule }) => rule === report.next_steps[0]);
  output.textContent = `${report.progress.met}/${report.progress.expected} – ${next?.message ?? "rien"}`;
  console.log("ce qui a changé :", Object.keys(changes));
});
