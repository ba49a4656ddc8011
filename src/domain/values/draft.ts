import type { PassageRef, PassageText } from './passage.js';

/** Data as people write it: the words themselves where the event only points to them (design §3.5). */
export type Draft<T> = T extends PassageRef
  ? PassageText
  : T extends readonly (infer Member)[]
    ? readonly Draft<Member>[]
    : T extends object
      ? { readonly [Key in keyof T]: Draft<T[Key]> }
      : T;
