import { SetMetadata } from '@nestjs/common';
import type { Role } from './principal.js';

export const ACCESS = 'sijil:access';

/** The least role a route asks for; `anyone` needs no key even where public reading is off. */
export type LeastRole = Role | 'anyone';

/** Says who may use a route. A route without it stops the service from starting. */
export const Access = (least: LeastRole) => SetMetadata(ACCESS, least);
