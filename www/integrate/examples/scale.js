// Ou bien l'adresse d'un fichier : <ti-cofinancing scale="notre-bareme.json">
document.querySelector("#notre-bareme").scale = {
  id: "notre-convention",
  label: { fr: "Notre convention", en: "Our convention" },
  status: "custom",
  source: { document: "convention", section: null },
  valid_from: null,
  valid_to: null,
  max_months: 36,
  levels: [
    {
      id: "convention",
      label: { fr: "Convention", en: "Convention" },
      rate: 6500,
      ceiling: "40000.00",
      ceiling_on: "grant",
      ceiling_period: "year",
      ceiling_follows_working_time: true,
    },
  ],
};
