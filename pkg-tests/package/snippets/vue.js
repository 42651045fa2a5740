import { createApp, h, ref, vModelCheckbox, vModelSelect, withDirectives } from "vue";
import "territoires-industrie/elements";

/** What `v-model` makes of a control. */
const bound = (directive, model, type, attributes, children) =>
  withDirectives(h(type, { ...attributes, "onUpdate:modelValue": (value) => (model.value = value) }, children), [
    [directive, model.value],
  ]);

const Application = {
  setup() {
    const report = ref(null);
    const priorities = ref([]);
    const crte = ref("");
    const consulted = ref([]);
    const members = ref(1);
    const rows = () =>
      Array.from({ length: members.value }, (_, row) =>
        h("input", { key: row, name: `perimeter.epcis.${row}`, "aria-label": `Intercommunalité ${row + 1}` }),
      );
    return () => [
      h("form", { id: "application" }, [
        rows(),
        h("textarea", { name: "bassin", "aria-label": "Bassin d'emploi" }),
        bound(vModelSelect, crte, "select", { name: "perimeter.crte", "aria-label": "CRTE" }, [
          h("option", { value: "" }),
          h("option", { value: "aligned" }, "aligné"),
        ]),
        ["local_elus", "industriels"].map((value) =>
          bound(vModelCheckbox, consulted, "input", { type: "checkbox", name: "governance.consulted", value, "aria-label": value }),
        ),
        bound(vModelSelect, priorities, "select", { multiple: true, name: "action_plan.actions.0.priorities", "aria-label": "Priorités" }, [
          h("option", { value: "skills" }),
          h("option", { value: "land" }),
        ]),
        h("button", { type: "button", onClick: () => members.value++ }, "Ajouter"),
      ]),
      h("output", report.value?.verdict_apart_from_window),
      h("ti-eligibility", {
        for: "application",
        day: "2023-09-15",
        mapping: { bassin: "perimeter.employment_area" },
        "onTi-report": (event) => (report.value = event.report),
      }),
    ];
  },
};

createApp(Application).mount("#app");
