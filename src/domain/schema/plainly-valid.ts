import { getMetadataStorage, ValidationTypes, type ValidatorConstraintInterface } from 'class-validator';
import { PassageRef } from '../values/passage.js';
import { fieldsOf, type DataClass, type Shape } from './field.js';
import { isObject, kindOf, type PlainObject } from './malformed.js';

type Holds = (value: unknown, owner: PlainObject) => boolean;

interface Rules {
  /** Whether the field is looked at in this object at all. */
  readonly looked: readonly Holds[];
  readonly checks: readonly Holds[];
}

type Plan = ReadonlyMap<string, Rules>;

const plans = new Map<DataClass, Plan>();

/**
 * Whether data is of the right form, by the same validators as class-validator would run, without making an instance, or a
 * report on every field, of each object in it. False may also mean that this cannot tell: then ask class-validator.
 */
export function isPlainlyValid(cls: DataClass, data: PlainObject): boolean {
  let plan = plans.get(cls);
  if (!plan) plans.set(cls, (plan = planOf(cls)));
  for (const name of Object.keys(data)) if (data[name] !== undefined && !plan.has(name)) return false;
  for (const [name, { looked, checks }] of plan) {
    const value = data[name];
    if (looked.every((holds) => holds(value, data)) && !checks.every((holds) => holds(value, data))) return false;
  }
  return true;
}

function planOf(cls: DataClass): Plan {
  const storage = getMetadataStorage();
  const shapes = new Map(fieldsOf(cls).map(({ name, shape }) => [name, shape]));
  const metadata = storage.getTargetValidationMetadatas(cls, cls.name, false, false);
  const plan = new Map<string, { looked: Holds[]; checks: Holds[] }>();
  for (const { propertyName: property, type, constraintCls, constraints, each, validateIf } of metadata) {
    const rules = plan.get(property) ?? { looked: [], checks: [] };
    plan.set(property, rules);
    if (type === ValidationTypes.CONDITIONAL_VALIDATION) {
      const condition = (constraints as [(owner: object, value: unknown) => boolean])[0];
      rules.looked.push((value, owner) => condition(owner, value));
    } else if (type === ValidationTypes.NESTED_VALIDATION) {
      rules.checks.push(inside(shapes.get(property)));
    } else if (each || validateIf) {
      rules.checks.push(() => false); // nothing here is declared so; were it, class-validator would know what to do
    } else {
      const validators = storage.getTargetValidatorConstraints(constraintCls).map(({ instance }) => instance);
      rules.checks.push(...validators.map((validator) => checkedBy(validator, cls.name, property, constraints)));
    }
  }
  return plan;
}

const checkedBy =
  (validator: ValidatorConstraintInterface, targetName: string, property: string, constraints: unknown[]): Holds =>
  (value, object) =>
    validator.validate(value, { value, constraints, targetName, object, property }) === true;

function inside(shape: Shape | undefined): Holds {
  switch (shape?.kind) {
    case 'class':
      return (value) => isObject(value) && isPlainlyValid(shape.of(), value);
    case 'passage':
      return (value) => isObject(value) && isPlainlyValid(PassageRef, value);
    case 'kinds':
      return (value) => {
        const kind = isObject(value) ? kindOf(shape.by, shape.of(), value) : undefined;
        return kind !== undefined && isPlainlyValid(kind, value as PlainObject);
      };
    case 'list': {
      const member = inside(shape.of);
      return (value, owner) => Array.isArray(value) && value.every((one) => member(one, owner));
    }
    default:
      return () => false;
  }
}
