import { ValidateBy } from 'class-validator';
import { IsBound, IsCode, IsWhole, Optional } from '../schema/decorators.js';
import { Level } from '../schema/level.js';
import { qualifier, type Qualifier } from '../vocabularies/qualifier.js';

/** How many, as somebody said it: inclusive bounds, null where nobody stated one. `[13, null]` is "at least thirteen". */
export interface Bounds {
  readonly min: number | null;
  readonly max: number | null;
}

const SHAPES: Record<Qualifier, (figure: Bounds & { readonly best?: unknown }) => boolean> = {
  exact: ({ min, max }) => min !== null && min === max,
  at_least: ({ min, max }) => min !== null && max === null,
  more_than: ({ min, max }) => min !== null && max === null,
  at_most: ({ min, max }) => min === null && max !== null,
  range: ({ min, max }) => min !== null && max !== null,
  approximately: ({ min, max, best }) => min === null && max === null && best !== undefined,
  unspecified_some: ({ min, max }) => min === null && max === null,
  none: ({ min, max }) => min === 0 && max === 0,
};

const FitsQualifier = () =>
  ValidateBy({
    name: 'fitsQualifier',
    validator: {
      validate: (value: unknown, args) => {
        const fits = SHAPES[value as Qualifier] as ((figure: Bounds) => boolean) | undefined;
        return fits === undefined || fits(args?.object as Bounds);
      },
      defaultMessage: () => '$property $value does not fit the bounds: see the table of qualifiers',
    },
  });

/**
 * One figure. exact n [n,n] · at_least n [n,null] · more_than n [n+1,null] · at_most n [null,n] · range [a,b] ·
 * approximately n [null,null] best n · unspecified_some [null,null] · none [0,0].
 */
@Level('public')
export class Figure implements Bounds {
  @IsBound() readonly min!: number | null;
  @IsBound() readonly max!: number | null;
  /** The claimant's own best estimate. */
  @Optional() @IsWhole() readonly best?: number;
  @IsCode(qualifier) @FitsQualifier() readonly qualifier!: Qualifier;
}

export const exactly = (n: number): Figure => ({ min: n, max: n, qualifier: 'exact' });
export const atLeast = (n: number): Figure => ({ min: n, max: null, qualifier: 'at_least' });
export const moreThan = (n: number): Figure => ({ min: n + 1, max: null, qualifier: 'more_than' });
export const atMost = (n: number): Figure => ({ min: null, max: n, qualifier: 'at_most' });
export const between = (min: number, max: number): Figure => ({ min, max, qualifier: 'range' });
export const about = (n: number): Figure => ({ min: null, max: null, best: n, qualifier: 'approximately' });
export const some: Figure = { min: null, max: null, qualifier: 'unspecified_some' };
export const none: Figure = { min: 0, max: 0, qualifier: 'none' };
