import type { PhraseBook } from "./phrase-book.ts";

/** Support mails in French. */
export const french: PhraseBook = {
  names: ["Amélie", "Bastien", "Camille", "Denis", "Élodie", "Fabien", "Inès", "Julien", "Léa", "Nadia"],
  products: ["bureau réglable", "fauteuil", "bras d'écran", "caisson", "tableau blanc"],
  hello: ["Bonjour {name},", "Bonsoir {name},"],
  moods: [
    "Merci d'avance !",
    "C'est assez urgent.",
    "C'est la deuxième fois que j'écris.",
    "Bonne journée à vous.",
  ],
  openings: [
    "Merci pour votre message au sujet de la commande {order}.",
    "Je suis désolé pour ce contretemps.",
    "J'ai vérifié la commande {order}.",
  ],
  closings: [
    "N'hésitez pas à répondre à ce message.",
    "Bonne journée !",
    "Nous restons à votre disposition jusqu'à 18 h.",
  ],
  lead: "Voici comment faire :",
  padding: [
    "Comme vous le savez peut-être, nous fabriquons depuis de nombreuses années des meubles pour celles et ceux qui travaillent assis, et la satisfaction de chacun de nos clients nous tient particulièrement à cœur.",
    "Permettez-moi d'abord d'expliquer l'organisation de notre service : chaque message est lu, classé par sujet, puis traité dans l'ordre d'arrivée.",
  ],
  flippant: ["Encore la commande {order} ? Décidément !", "Pas de panique, ce n'est qu'un {product} !"],
  elsewhere: [
    "Connaissez-vous notre nouvelle collection ? Le {product} s'y accorde parfaitement.",
    "Notre salle d'exposition est accessible par la ligne 4 du tramway.",
  ],
  issues: [
    {
      article: "returns",
      questions: [
        "Le {product} de la commande {order} est trop grand. Puis-je encore le renvoyer après {days} jours ?",
      ],
      fact: "Vous pouvez renvoyer le {product} non utilisé dans les 30 jours suivant la livraison.",
      wrong: "Vous pouvez renvoyer le {product} dans les 90 jours, même utilisé.",
      steps: [
        "Ouvrez la commande {order} et choisissez « Renvoyer un article ».",
        "Imprimez l'étiquette.",
        "Déposez le colis dans un point relais.",
      ],
    },
    {
      article: "late-delivery",
      questions: ["Où est la commande {order} ? Le {product} devait arriver il y a {days} jours."],
      fact: "La commande {order} se trouve au dépôt du transporteur ; si elle n'a pas bougé demain soir, nous en renvoyons une gratuitement.",
      wrong: "La commande {order} a été livrée il y a {days} jours.",
      steps: [
        "Vérifiez l'adresse de livraison.",
        "Choisissez « Signaler un retard ».",
        "Nous vous écrivons le jour même.",
      ],
    },
    {
      article: "double-charge",
      questions: ["J'ai été débité deux fois de {amount} pour la commande {order}."],
      fact: "L'un des deux débits de {amount} n'est qu'une réservation et disparaît sous 3 jours ouvrés.",
      wrong: "Les deux débits de {amount} sont corrects.",
      steps: [
        "Regardez si l'opération est « en attente ».",
        "Si elle reste après 3 jours ouvrés, envoyez-nous le relevé.",
      ],
    },
  ],
};
