// Lo que solo necesitan las plataformas de chat: ventanas, esperas, cuadros que se quedan pequeños.
export const chat = {
  'chat.name': 'Mentor Cycle',
  'chat.wait': 'Un momento. Estamos en ello.',
  'chat.tooSlow': 'Ha tardado demasiado y el chat ha cerrado la puerta entretanto. Inténtalo otra vez.',
  'chat.done': 'Hecho.',
  'chat.nothing': 'Aquí todavía no hay nada.',
  'chat.choose': 'Elige',
  'chat.agree': 'Acepto',
  'chat.sure': '¿Seguro?',
  'chat.goOn': 'Aquí un cuadro admite {most, number} caracteres. Cuando se llene, sigue en el siguiente.',
  'chat.box': '{label} ({n, number} de {of, number})',
  'chat.cut': 'Es demasiado largo para mostrarlo aquí. Lo que falta se ve en una lista más corta.',
  'chat.progress': '{done, number} de {of, number}',
} as const;
