import { createApp, h, ref } from "vue";
import "territoires-industrie/elements";

const Application = {
  setup() {
    const report = ref(null);
    const members = ref(1);
    const rows = () =>
      Array.from({ length: members.value }, (_, row) =>
        h("input", { key: row, name: `perimeter.epcis.${row}`, "aria-label": `Intercommunalité ${row + 1}` }),
      );
    return () => [
      h("form", { id: "application" }, [
        rows(),
        h("button", { type: "button", onClick: () => members.value++ }, "Ajouter"),
      ]),
      h("output", report.value?.verdict_apart_from_window),
      h("ti-eligibility", {
        for: "application",
        day: "2023-09-15",
        "onTi-report": (event) => (report.value = event.report),
      }),
    ];
  },
};

createApp(Application).mount("#app");
