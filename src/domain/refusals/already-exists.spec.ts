import { AlreadyExists } from './already-exists.js';

it.each([
  ['actor', 'an actor us'],
  ['incident', 'an incident us'],
  ['statement', 'a statement us'],
] as const)('says of an id that was used before what it was used for: %s', (category, named) => {
  expect(new AlreadyExists(category, 'us', '/id').message).toContain(`already ${named}.`);
});
