import { afterAll, beforeAll, expect, it } from 'vitest';
import { createWorld, type World } from '../../support/world.ts';
let world: World;
beforeAll(async () => { world = await createWorld(); });
afterAll(async () => world.close());
it('x', async () => {
  for (const [name, language] of [['Anna','sv'],['Luz','es'],['Bo','en']] as const) {
  const anna = await world.person(name, { language });
  const show = (r: any) => console.log('-----\n' + r.kind + '\n' + world.words(r));
  show(await world.command(anna, '/mentor'));
  const intro = await world.command(anna, '/mentor join'); show(intro);
  const one = await world.click(anna, intro, 'orientation.begin'); show(one);
  const two = await world.submit(anna, one, { role: language === 'es' ? 'mentor' : 'mentee', email: 'a@' + name + '.org', experience: 'x' }); show(two);
  const three = await world.submit(anna, two, { help: ['goals'] }); show(three);
  show(await world.submit(anna, three, { languages: [] }));
  show(await world.submit(anna, three, { languages: [], next: 'later' }));
  const page = await world.command(anna, '/mentor profile'); show(page);
  const again = await world.click(anna, page, 'orientation.edit'); show(again);
  const fin = await world.submit(anna, again, { languages: ['sv', 'en'] }); show(fin);
  const sent = await world.click(anna, fin, 'orientation.submit'); show(sent);
  show(await world.command(anna, '/mentor'));
  show(await world.command(anna, '/mentor help'));
  show(await world.command(anna, '/mentor jion'));
  show(await world.command(anna, '/mentor withdraw'));
  show(await world.command(anna, '/mentor language español'));
  }
});
