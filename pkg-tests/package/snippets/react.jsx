import { useEffect, useRef, useState } from "react";
import { createRoot } from "react-dom/client";
import "territoires-industrie/elements";

function Application() {
  const check = useRef(null);
  const [report, setReport] = useState(null);
  const [members, setMembers] = useState([0]);

  useEffect(() => {
    const element = check.current;
    const take = (event) => setReport(event.report);
    element.addEventListener("ti-report", take);
    return () => element.removeEventListener("ti-report", take);
  }, []);

  return (
    <>
      <form id="application">
        {members.map((row) => (
          <input key={row} name={`perimeter.epcis.${row}`} aria-label={`Intercommunalité ${row + 1}`} />
        ))}
        <textarea name="bassin" aria-label="Bassin d'emploi" />
        <button type="button" onClick={() => setMembers([...members, members.length])}>
          Ajouter
        </button>
      </form>
      <output>{report?.verdict_apart_from_window}</output>
      <ti-eligibility ref={check} for="application" day="2023-09-15" mapping={{ bassin: "perimeter.employment_area" }} />
    </>
  );
}

createRoot(document.getElementById("app")).render(<Application />);
