/** The words of keeping, sharing and handing over a dossier. */
import { both } from "./lang.js";

export const keep = {
  tools: both("Votre dossier", "Your dossier"),
  undo: both("Annuler", "Undo"),
  redo: both("Refaire", "Redo"),
  open: both("Ouvrir…", "Open…"),
  save: both("Enregistrer…", "Save…"),
  share: both("Partager…", "Share…"),
  print: both("Imprimer", "Print"),
  hand: both("Documents", "Documents"),
  planCsv: both("Plan de financement (CSV, tableur)", "Funding plan (CSV, spreadsheet)"),
  planHtml: both("Plan de financement (page à imprimer)", "Funding plan (page to print)"),
  letters: both("Lettres d'intention (brouillon, texte)", "Letters of intent (draft, text)"),
  noPlan: both(
    "Le plan de financement se télécharge dès que le poste est décrit.",
    "The funding plan can be downloaded once the post is described.",
  ),
  noLetters: both(
    "Plus de lettre à faire signer : chaque signataire nommé a signé ou décliné.",
    "No letter is left to be signed: each named signatory has signed or declined.",
  ),
  undone: both("Annulé.", "Undone."),
  redone: both("Refait.", "Redone."),

  found: both(
    "Votre saisie du {when} a été retrouvée dans ce navigateur.",
    "Your entries of {when} were found in this browser.",
  ),
  kept: both("Saisie gardée dans ce navigateur, à {when}.", "Entries kept in this browser, at {when}."),
  keeping: both(
    "Votre saisie est gardée dans ce navigateur, et nulle part ailleurs.",
    "Your entries are kept in this browser, and nowhere else.",
  ),
  notKept: both(
    "Ce navigateur ne garde pas la saisie : enregistrez-la dans un fichier avant de partir.",
    "This browser does not keep the entries: save them to a file before you leave.",
  ),
  forget: both("Effacer de ce navigateur", "Clear from this browser"),
  forgetAsk: both("Effacer la saisie et ce que ce navigateur en garde ?", "Clear the entries and what this browser keeps of them?"),
  forgetText: both(
    "Le formulaire sera vidé et rien n'en restera ici. Les fichiers que vous avez enregistrés ne changent pas.",
    "The form will be emptied and nothing of it will stay here. The files that you saved do not change.",
  ),
  forgetOthers: both("Seront aussi effacées, des onglets que vous avez fermés :", "Cleared too, of tabs that you closed:"),
  other: both("« {name} », du {when}", "“{name}”, of {when}"),
  forgotten: both("La saisie est effacée de ce navigateur.", "The entries are cleared from this browser."),

  cancel: both("Ne rien faire", "Do nothing"),
  close: both("Fermer", "Close"),
  names: both(
    "Ce dossier contient des noms de personnes : {names}. Ne le transmettez qu'à qui doit les connaître.",
    "This dossier contains names of people: {names}. Only hand it to those who must know them.",
  ),
  andMore: both("{names} et {n} {n|autre|autres}", "{names} and {n} more"),
  noNames: both("Ce dossier ne contient pas de nom de personne.", "This dossier contains no name of a person."),

  saveAsk: both("Enregistrer le dossier dans un fichier ?", "Save the dossier to a file?"),
  saveText: both(
    "Le fichier reste sur votre ordinateur ; « Ouvrir » le relit ici.",
    "The file stays on your computer; “Open” reads it here again.",
  ),
  saveNow: both("Enregistrer le fichier", "Save the file"),

  opened: both("Dossier ouvert.", "Dossier opened."),
  openFailed: both("Le fichier n'a pas pu être ouvert", "The file could not be opened"),
  tooBig: both("Il dépasse {limit} Ko.", "It is over {limit} kB."),
  tooManyRows: both(
    "Ses listes ont plus de {limit} lignes en tout, plus que cette page n'en montre.",
    "Its lists have more than {limit} rows in all, more than this page shows.",
  ),
  notJson: both(
    "Ce n'est pas un dossier enregistré par cette page : on attend un fichier .json.",
    "It is no dossier saved by this page: a .json file is expected.",
  ),
  unchanged: both("Votre saisie n'a pas changé.", "Your entries have not changed."),
  lost: both("Éléments non repris dans le formulaire : {names}.", "Items that the form could not take over: {names}."),

  shareAsk: both("Partager le dossier par un lien", "Share the dossier by a link"),
  shareText: both(
    "Tout le dossier est dans le lien, après le signe # : aucun serveur ne le reçoit. Qui a le lien peut tout lire.",
    "The whole dossier is in the link, after the # sign: no server receives it. Whoever has the link can read it all.",
  ),
  link: both("Lien du dossier", "Link of the dossier"),
  copy: both("Copier le lien", "Copy the link"),
  copied: both("Lien copié.", "Link copied."),
  copyByHand: both("Le lien est sélectionné : copiez-le.", "The link is selected: copy it."),
  linkTooLong: both(
    "Ce dossier est trop long pour un lien : {length} caractères, {limit} au plus. Enregistrez plutôt un fichier et envoyez-le.",
    "This dossier is too long for a link: {length} characters, {limit} at most. Save a file instead and send it.",
  ),

  linkAsk: both("Ouvrir le dossier partagé ?", "Open the shared dossier?"),
  linkSays: both(
    "« {name} », {members} {members|intercommunalité|intercommunalités}, {actions} {actions|action|actions}, {size} Ko.",
    "“{name}”, {members} {members|intercommunalité|intercommunalités}, {actions} {actions|action|actions}, {size} kB.",
  ),
  unnamed: both("Territoire sans nom", "Territory without a name"),
  linkReplaces: both(
    "Il remplacera votre saisie ; « Annuler » la rétablit.",
    "It will replace your entries; “Undo” restores them.",
  ),
  linkOpen: both("Ouvrir ce dossier", "Open this dossier"),
  linkRefuse: both("Garder ma saisie", "Keep my entries"),
  linkDamaged: both("Ce lien n'a pas pu être lu", "This link could not be read"),
  linkDamagedText: both(
    "Il est incomplet, abîmé ou trop grand pour cette page. Rien n'a été ouvert et votre saisie n'a pas changé. Demandez qu'on vous l'envoie à nouveau, ou un fichier.",
    "It is incomplete, damaged or too large for this page. Nothing was opened and your entries have not changed. Ask for it again, or for a file.",
  ),

  openElsewhere: both(
    "« {name} », du {when}, est ouvert dans un autre onglet. Chaque onglet garde sa propre saisie.",
    "“{name}”, of {when}, is open in another tab. Each tab keeps its own entries.",
  ),
  copyHere: both("En reprendre une copie ici", "Take a copy of it here"),
  alsoKept: both(
    "Une autre saisie est gardée dans ce navigateur : « {name} », du {when}.",
    "Other entries are kept in this browser: “{name}”, of {when}.",
  ),
  takeUp: both("L'ouvrir ici", "Open it here"),

  platform: both("Plateforme de dépôt…", "Form platform…"),
  platformTitle: both("Vers la plateforme de dépôt", "To the form platform"),
  mappingText: both(
    "Un lien peut commencer la démarche avec ce qui est saisi ici. Un fichier de correspondance dit quel champ du dossier va dans quel champ de la démarche ; qui administre la démarche le prépare.",
    "A link can begin the procedure with what is typed here. A mapping file says which field of the dossier goes to which field of the procedure; who administers the procedure prepares it.",
  ),
  mappingFile: both("Fichier de correspondance (.json)", "Mapping file (.json)"),
  mappingOther: both("Un autre fichier de correspondance (.json)", "Another mapping file (.json)"),
  mappingNotRead: both(
    "Ce fichier n'est pas un fichier de correspondance : on attend du JSON, de 500 Ko au plus.",
    "This file is no mapping file: JSON is expected, of at most 500 kB.",
  ),
  mappingNotLoaded: both(
    "Le fichier de correspondance de cette page n'a pas pu être chargé : choisissez un fichier.",
    "The mapping file of this page could not be loaded: choose a file.",
  ),
  mappingWrong: both("Ce fichier de correspondance ne peut pas servir :", "This mapping file cannot be used:"),
  nothingSent: both(
    "Rien de ce qui est saisi ne va dans un champ confirmé de la démarche : le lien la commence vide.",
    "Nothing that is typed goes to a confirmed field of the procedure: the link begins it empty.",
  ),
  sends: both(
    "Ouvrir ce lien envoie à {host} {n|la réponse|les réponses} ci-dessous ({n}), avec les noms de personnes qui s'y trouvent. Avant cela, rien ne quitte ce navigateur.",
    "To open this link sends the {n|answer|answers} below ({n}) to {host}, with the names of people in them. Before that, nothing leaves this browser.",
  ),
  platformLink: both("Lien prérempli", "Prefilled link"),
  linkLength: both("{length} caractères, {limit} au plus.", "{length} characters, {limit} at most."),
  openPlatform: both("Ouvrir chez {host} (nouvel onglet)", "Open at {host} (new tab)"),
  sentAs: both("{label} : {value}", "{label}: {value}"),
  sent: both("Réponses transmises ({n})", "Answers sent ({n})"),
  tooLong: both("Ne tient pas dans le lien ({n})", "Does not fit in the link ({n})"),
  leftOut: both("Ne peut pas être prérempli ({n})", "Cannot be prefilled ({n})"),
  unmatched: both("Sans champ dans la démarche ({n})", "Without a field in the procedure ({n})"),
  toFill: both("À saisir ou à joindre sur la plateforme ({n})", "To type or to attach on the platform ({n})"),
  mandatory: both("obligatoire", "mandatory"),
  attach: both("pièce à joindre", "to be attached"),

  newVersion: both("Nouvelle version de la page.", "New version of the page."),
  reload: both("Recharger", "Reload"),
} as const;

export const sheet = {
  title: both("Simulation indicative", "Indicative simulation"),
  mark: both(
    "Document d'aide à la préparation, sans valeur officielle, établi à partir de ce qui a été saisi.",
    "Working document without official value, made from what was typed in.",
  ),
  territory: both("Territoire", "Territory"),
  madeOn: both("Établi le", "Made on"),
  asOf: both("Situation examinée au", "Situation as of"),
  answer: both("Réponse", "Answer"),
  members: both("Intercommunalités membres", "Member intercommunalités"),
  notInDirectory: both("absent du répertoire des intercommunalités", "not in the directory of intercommunalités"),
  checks: both("Contrôles", "Checks"),
  outcome: both("État", "Outcome"),
  check: both("Point contrôlé", "Point checked"),
  source: both("Source", "Source"),
  plan: both("Plan de financement du chef de projet", "Funding plan of the chef de projet"),
  how: both("Détail du calcul", "Details of the computation"),
  attach: both("Reste à faire et à joindre", "Still to do and to attach"),
  nothingToAttach: both("Rien n'est en attente.", "Nothing is pending."),
  letter: both("Lettre – {who} : {status}", "Letter – {who}: {status}"),
  signed: both("Signée, à joindre", "Signed, to attach"),
  ofEntry: both("contrôle de la saisie", "check of the entries"),
  made: both("Campagne {campaign}, moteur {engine}, barème « {scale} » ({status}).", "Campaign {campaign}, engine {engine}, scale “{scale}” ({status})."),
  sources: both("Sources", "Sources"),
  between: both(" ; ", "; "),
} as const;
