const check = document.querySelector("#controle");

function show({ report }) {
  const next = report.checks.find(({ rule }) => rule === report.next_steps[0]);
  const { met, expected } = report.progress;
  document.querySelector("#suite").textContent = `${met}/${expected} – ${next?.message ?? "rien ne manque"}`;
}

check.addEventListener("ti-report", show); // l'événement dit aussi ce qui a changé : event.changes
if (check.report) show(check); // le premier rapport était déjà là
