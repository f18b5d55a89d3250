import type { PhraseBook } from "./phrase-book.ts";

/** Support mails in English. */
export const english: PhraseBook = {
  names: [
    "Ada",
    "Ben",
    "Chiara",
    "Dev",
    "Elif",
    "Farah",
    "Grace",
    "Hugo",
    "Imani",
    "Jonas",
    "Kwame",
    "Lena",
    "Mateo",
    "Nora",
    "Owen",
    "Priya",
    "Quentin",
    "Rosa",
    "Sami",
    "Tilda",
  ],
  products: [
    "standing desk",
    "desk lamp",
    "monitor arm",
    "office chair",
    "bookshelf",
    "filing cabinet",
    "footrest",
    "acoustic panel",
    "cable tray",
    "whiteboard",
  ],
  hello: ["Hi {name},", "Hello {name},", "Dear {name},", "Good morning {name},"],
  moods: [
    "Thanks in advance!",
    "I need this sorted out by Friday.",
    "This is the second time I write about it.",
    "No hurry, I would just like to know.",
    "Honestly, I expected better.",
    "Otherwise I am very happy with it.",
    "Could you answer today, please?",
    "I could not find it in your help pages.",
  ],
  openings: [
    "Thank you for your message about order {order}.",
    "Thanks for getting in touch.",
    "I am sorry for the trouble with your {product}.",
    "I have looked into order {order} for you.",
    "I understand that this is annoying, and I am glad to help.",
    "Good that you ask before the weekend.",
  ],
  closings: [
    "Let me know if anything is unclear.",
    "Just reply to this mail if it does not work.",
    "Have a good day!",
    "I hope you enjoy the {product} after all.",
    "We are here until 6 pm if you would rather talk on the phone.",
  ],
  lead: "Here is how it works:",
  padding: [
    "As you may know, we have been making furniture for people who work at desks for many years, and the satisfaction of every one of our customers has always been very close to our hearts.",
    "Before we come to the point, allow me to explain how our service is organised: every mail is read, sorted by its subject and then answered by a member of the responsible team, in the order in which it came in.",
    "We would also like to take the opportunity to thank you once again for the trust that you have placed in us with your order, which is anything but a matter of course in these times.",
  ],
  flippant: [
    "Well, well, order {order} again!",
    "Oh no, not the {product}! These things happen to the best of us :-)",
    "Calm down, it is only a {product}.",
  ],
  elsewhere: [
    "Have you seen our new collection? The {product} goes perfectly with it, and newsletter readers save 10 % until Sunday.",
    "You can reach our showroom by tram line 4; it has free parking and a café.",
    "Many customers also ask how to clean their {product}. A damp cloth and mild soap are enough.",
  ],
  issues: [
    {
      article: "returns",
      questions: [
        "I bought a {product} ({order}) and it does not fit our room. Can I still send it back after {days} days?",
        "How long do I have to return the {product} from order {order}? It came {days} days ago.",
      ],
      fact: "You can return the {product} within 30 days of delivery, unused and in its box.",
      wrong: "You can return the {product} within 90 days of delivery, even if it has been used.",
      steps: [
        "Open order {order} and choose “Return an item”.",
        "Print the label and stick it on the box.",
        "Drop the parcel at any pick-up point; the money is back within 5 working days of its arrival.",
      ],
    },
    {
      article: "late-delivery",
      questions: [
        "My {product} was promised for last week and the tracking of {order} has not moved for {days} days.",
        "Where is order {order}? The {product} should have been here {days} days ago.",
      ],
      fact: "Order {order} left our warehouse and is waiting at the carrier's depot; if it has not moved by tomorrow evening, we send a new {product} at no cost.",
      wrong: "Order {order} was delivered {days} days ago, so nothing more can be done about the {product}.",
      steps: [
        "Check that the address in the order is complete.",
        "Choose “Report a late parcel” below the tracking.",
        "We call the carrier and write to you the same day.",
      ],
    },
    {
      article: "double-charge",
      questions: [
        "I was charged {amount} twice for order {order}. Please correct this.",
        "There are two payments of {amount} on my card for one {product}.",
      ],
      fact: "One of the two payments of {amount} is only a reservation and disappears within 3 working days without your doing anything.",
      wrong: "Both payments of {amount} are correct, as order {order} was placed twice.",
      steps: [
        "Look whether the entry is marked “pending”.",
        "If it is still there after 3 working days, send us a picture of the statement.",
        "We then refund it to the same card.",
      ],
    },
    {
      article: "password",
      questions: [
        "I cannot sign in any more. The link to reset my password never arrives.",
        "The reset link says it is expired, although I asked for it {days} minutes ago.",
      ],
      fact: "A reset link works once and for 20 minutes; asking for a new one ends the earlier ones.",
      wrong: "A reset link works for 24 hours, and as often as you like.",
      steps: [
        "Ask for one new link and wait for it.",
        "Look into the spam folder for a mail from “accounts”.",
        "Open the newest mail only, in the same browser.",
      ],
    },
    {
      article: "change-address",
      questions: [
        "I moved last month and order {order} still has my old address. Can you change it?",
        "Please send the {product} of order {order} to my office instead.",
      ],
      fact: "The address can be changed until the parcel is packed, and order {order} is not packed yet.",
      wrong:
        "The address of order {order} cannot be changed any more; you have to cancel it and order again.",
      steps: [
        "Open order {order} and choose “Change address”.",
        "Enter the new address and confirm it.",
        "You get a new confirmation within a few minutes.",
      ],
    },
    {
      article: "warranty",
      questions: [
        "The motor of my {product} stopped after {days} months. Is that covered?",
        "A screw of the {product} broke. Do I have to pay for the repair?",
      ],
      fact: "The {product} has a warranty of 5 years, and wear of moving parts is covered for 2.",
      wrong: "The {product} has a warranty of 1 year, so you have to pay for the repair.",
      steps: [
        "Send us a picture of the part and of the label below the {product}.",
        "We send the spare part within 2 working days.",
        "If you cannot change it yourself, a technician comes to you.",
      ],
    },
    {
      article: "cancel-plan",
      questions: [
        "How do I cancel our maintenance plan? It renews in {days} days.",
        "Please cancel the plan for the {product}, we do not need it any more.",
      ],
      fact: "The plan can be cancelled until the day before it renews, and you keep it to the end of the paid year.",
      wrong: "The plan can be cancelled only with 3 months' notice, so it renews once more.",
      steps: [
        "Open “Plans” in your account.",
        "Choose the plan of the {product} and then “Do not renew”.",
        "Keep the confirmation that arrives by mail.",
      ],
    },
    {
      article: "vat-invoice",
      questions: [
        "Our accountant needs an invoice with our VAT number for order {order}.",
        "Can you add our company name to the invoice over {amount}?",
      ],
      fact: "An invoice can be corrected for 60 days after the order, and the VAT number then appears on it.",
      wrong: "An invoice cannot be changed once it is issued.",
      steps: [
        "Open order {order} and choose “Invoice details”.",
        "Add the company and the VAT number.",
        "Download the corrected invoice; the old one becomes void.",
      ],
    },
    {
      article: "discount-code",
      questions: [
        "The code from your newsletter does not work for the {product}.",
        "I forgot to enter my 10 % code in order {order} over {amount}. Can you still take it off?",
      ],
      fact: "A code can be applied up to 24 hours after the order and not together with another offer.",
      wrong: "A code can be applied at any time, also together with other offers.",
      steps: [
        "Tell us the code in a reply to this mail.",
        "We check it and refund the difference.",
        "You see it on the invoice of {order}.",
      ],
    },
    {
      article: "delete-data",
      questions: [
        "Please delete my account and everything you know about me.",
        "Which data do you keep after order {order}, and for how long?",
      ],
      fact: "We delete the account within 30 days; invoices are kept for 10 years, as the law demands.",
      wrong: "We delete everything, invoices included, on the same day.",
      steps: [
        "Open “Privacy” in your account.",
        "Choose “Delete my account” and confirm by mail.",
        "You get a last message when it is done.",
      ],
    },
  ],
};
