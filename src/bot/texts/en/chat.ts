// What only chat platforms need: windows, waiting, boxes that are too small.
export const chat = {
  'chat.name': 'Mentor Cycle',
  'chat.wait': 'One moment. We are working on it.',
  'chat.tooSlow': 'That took too long, and the chat has closed the door meanwhile. Please try once more.',
  'chat.done': 'Done.',
  'chat.nothing': 'There is nothing here yet.',
  'chat.choose': 'Choose',
  'chat.agree': 'I agree',
  'chat.sure': 'Are you sure?',
  'chat.goOn': 'A box here holds {most, number} characters. Go on in the next one where it is full.',
  'chat.box': '{label} ({n, number} of {of, number})',
  'chat.cut': 'This is too long to show here. What is missing can be seen on a smaller list.',
  'chat.progress': '{done, number} of {of, number}',
} as const;
