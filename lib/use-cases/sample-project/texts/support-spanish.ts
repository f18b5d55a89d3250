import type { PhraseBook } from "./phrase-book.ts";

/** Support mails in Spanish. */
export const spanish: PhraseBook = {
  names: ["Alba", "Bruno", "Carmen", "Diego", "Elena", "Fermín", "Inés", "Javier", "Lucía", "Pablo"],
  products: ["escritorio elevable", "sillón de oficina", "brazo para monitor", "archivador", "reposapiés"],
  hello: ["Hola, {name}:", "Buenos días, {name}:"],
  moods: ["¡Gracias de antemano!", "Es bastante urgente.", "Es la segunda vez que escribo.", "No hay prisa."],
  openings: [
    "Gracias por escribirnos sobre el pedido {order}.",
    "Siento las molestias.",
    "He revisado el pedido {order}.",
  ],
  closings: [
    "Responda a este correo si algo no queda claro.",
    "¡Que tenga un buen día!",
    "Estamos aquí hasta las 18 h.",
  ],
  lead: "Los pasos son estos:",
  padding: [
    "Como quizá sepa, llevamos muchos años fabricando muebles para quienes trabajan sentados, y la satisfacción de cada uno de nuestros clientes nos importa muchísimo.",
    "Permítame explicar primero cómo está organizado nuestro servicio: cada mensaje se lee, se clasifica por tema y se responde por orden de llegada.",
  ],
  flippant: ["¿Otra vez el pedido {order}? ¡Vaya, vaya!", "Tranquilo, ¡no es más que un {product}!"],
  elsewhere: [
    "¿Conoce nuestra nueva colección? El {product} combina de maravilla con ella.",
    "A nuestra tienda se llega con la línea 4 del tranvía.",
  ],
  issues: [
    {
      article: "returns",
      questions: ["El {product} del pedido {order} no cabe. ¿Puedo devolverlo después de {days} días?"],
      fact: "Puede devolver el {product} sin usar en los 30 días siguientes a la entrega.",
      wrong: "Puede devolver el {product} en 90 días, aunque esté usado.",
      steps: [
        "Abra el pedido {order} y elija «Devolver un artículo».",
        "Imprima la etiqueta.",
        "Lleve el paquete a un punto de recogida.",
      ],
    },
    {
      article: "change-address",
      questions: ["Me he mudado y el pedido {order} tiene la dirección antigua. ¿Pueden cambiarla?"],
      fact: "La dirección puede cambiarse hasta que se prepara el paquete, y el pedido {order} aún no está preparado.",
      wrong: "La dirección del pedido {order} ya no puede cambiarse.",
      steps: [
        "Abra el pedido {order} y elija «Cambiar dirección».",
        "Escriba la nueva dirección y confírmela.",
      ],
    },
    {
      article: "warranty",
      questions: ["El motor del {product} ha dejado de funcionar a los {days} meses. ¿Lo cubre la garantía?"],
      fact: "El {product} tiene 5 años de garantía, y las piezas móviles 2.",
      wrong: "El {product} tiene 1 año de garantía, así que la reparación se paga aparte.",
      steps: ["Envíenos una foto de la pieza.", "Mandamos el recambio en 2 días laborables."],
    },
  ],
};
