import type { PhraseBook } from "./phrase-book.ts";

/** Support mails in German. */
export const german: PhraseBook = {
  names: [
    "Anke",
    "Bernd",
    "Carolin",
    "Emre",
    "Frieda",
    "Gregor",
    "Heike",
    "Jan",
    "Katrin",
    "Lukas",
    "Miriam",
    "Paul",
  ],
  products: ["Schreibtisch", "Bürostuhl", "Rollcontainer", "Monitorarm", "Aktenschrank"],
  hello: ["Hallo {name},", "Guten Tag {name},", "Guten Morgen {name},"],
  moods: [
    "Vielen Dank im Voraus!",
    "Ich bräuchte bald eine Antwort.",
    "Ich schreibe deswegen schon zum zweiten Mal.",
    "Es eilt nicht.",
  ],
  openings: [
    "vielen Dank für Ihre Nachricht zur Bestellung {order}.",
    "danke, dass Sie sich melden.",
    "ich habe mir die Bestellung {order} angesehen.",
  ],
  closings: [
    "Melden Sie sich gern, falls etwas unklar ist.",
    "Antworten Sie einfach auf diese Mail.",
    "Einen schönen Tag noch!",
  ],
  lead: "So geht es:",
  padding: [
    "Wie Sie vielleicht wissen, fertigen wir seit vielen Jahren Möbel für Menschen, die am Schreibtisch arbeiten, und die Zufriedenheit unserer Kundschaft liegt uns dabei seit jeher ganz besonders am Herzen.",
    "Erlauben Sie mir vorab einige Worte dazu, wie unser Service arbeitet: Jede Nachricht wird gelesen, nach Themen geordnet und dann der Reihe nach beantwortet.",
  ],
  flippant: ["na, schon wieder die Bestellung {order}?", "keine Panik, ist doch nur ein {product}!"],
  elsewhere: [
    "Kennen Sie schon unsere neue Kollektion? Der {product} passt hervorragend dazu.",
    "Unsere Ausstellung erreichen Sie mit der Straßenbahnlinie 4, Parkplätze sind vorhanden.",
  ],
  issues: [
    {
      article: "returns",
      questions: [
        "Der {product} aus Bestellung {order} passt leider nicht. Kann ich ihn nach {days} Tagen noch zurückschicken?",
      ],
      fact: "Sie können den {product} innerhalb von 30 Tagen nach der Lieferung unbenutzt zurückgeben.",
      wrong: "Sie können den {product} innerhalb von 90 Tagen zurückgeben, auch wenn er benutzt ist.",
      steps: [
        "Öffnen Sie die Bestellung {order} und wählen Sie „Artikel zurückgeben“.",
        "Drucken Sie das Etikett aus.",
        "Geben Sie das Paket bei einer Annahmestelle ab.",
      ],
    },
    {
      article: "late-delivery",
      questions: ["Wo bleibt die Bestellung {order}? Der {product} sollte vor {days} Tagen hier sein."],
      fact: "Die Bestellung {order} liegt im Depot des Zustellers; bewegt sie sich bis morgen Abend nicht, schicken wir kostenlos Ersatz.",
      wrong: "Die Bestellung {order} wurde schon vor {days} Tagen zugestellt.",
      steps: [
        "Prüfen Sie bitte die Lieferadresse.",
        "Wählen Sie „Verspätetes Paket melden“.",
        "Wir fragen beim Zusteller nach und schreiben Ihnen noch am selben Tag.",
      ],
    },
    {
      article: "vat-invoice",
      questions: [
        "Unsere Buchhaltung braucht für {order} eine Rechnung über {amount} mit Umsatzsteuernummer.",
      ],
      fact: "Eine Rechnung lässt sich bis 60 Tage nach der Bestellung berichtigen.",
      wrong: "Eine ausgestellte Rechnung lässt sich nicht mehr ändern.",
      steps: [
        "Öffnen Sie die Bestellung {order} und wählen Sie „Rechnungsangaben“.",
        "Tragen Sie Firma und Nummer ein.",
        "Laden Sie die berichtigte Rechnung herunter.",
      ],
    },
    {
      article: "warranty",
      questions: ["Am {product} ist nach {days} Monaten eine Schraube gebrochen. Ist das ein Garantiefall?"],
      fact: "Auf den {product} geben wir 5 Jahre Garantie, auf bewegliche Teile 2.",
      wrong: "Auf den {product} geben wir 1 Jahr Garantie, die Reparatur ist also kostenpflichtig.",
      steps: [
        "Schicken Sie uns ein Bild des Teils.",
        "Das Ersatzteil geht innerhalb von 2 Werktagen heraus.",
      ],
    },
  ],
};
