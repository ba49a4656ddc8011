import { getMetadataStorage } from 'class-validator';
import { definitions } from '../events/index.js';
import { PassageRef, PassageText } from '../values/passage.js';
import { IsText, IsValue } from './decorators.js';
import { fieldsOf, type DataClass } from './field.js';
import { Level, levelOf } from './level.js';
import { reachableFrom } from './reachable.js';

const roots = [...definitions.values()].map(({ data }) => data as DataClass);
const classes = [...new Set([...roots, PassageRef, PassageText].flatMap((root) => [...reachableFrom(root)]))];

const unlevelled = (among: readonly DataClass[]): readonly string[] =>
  among.flatMap((cls) =>
    fieldsOf(cls).flatMap(({ name }) => (levelOf(cls, name) === undefined ? [`${cls.name}.${name}`] : [])),
  );

it('every field of every event, and of every value inside one, has a protection level', () => {
  expect(unlevelled(classes)).toEqual([]);
  expect(classes.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['CountClaim', 'Point', 'SourceRef', 'Figure']),
  );
});

it('a field that was given none is found by name, however deep it lies', () => {
  class Inner {
    @Level('public') @IsText() readonly known!: string;
    @IsText() readonly forgotten!: string;
  }
  @Level('public')
  class Outer {
    @IsValue(() => Inner) readonly inner!: Inner;
  }
  expect(unlevelled([...reachableFrom(Outer)])).toEqual(['Inner.forgotten']);
});

it('every validated property is described, so that none escapes levels and schemas', () => {
  const undescribed = classes.flatMap((cls) => {
    const described = new Set(fieldsOf(cls).map(({ name }) => name));
    const validated = getMetadataStorage().getTargetValidationMetadatas(cls, '', false, false);
    return validated
      .filter(({ propertyName }) => !described.has(propertyName))
      .map((one) => `${cls.name}.${one.propertyName}`);
  });
  expect(undescribed).toEqual([]);
});

it('no two classes share a name: it is their name in every schema', () => {
  const names = classes.map(({ name }) => name);
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});
