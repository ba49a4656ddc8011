import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { ACCESS, type LeastRole } from './access.decorator.js';
import { ApiKeys } from './api-keys.js';
import { bearerIn } from './bearer.js';
import { KeyMissing, KeyRefused, RoleTooLow } from './errors.js';
import type { Principal } from './principal.js';
import { isAtLeast } from './roles.js';

/** A request that has passed the guard knows who asks. */
export interface Authenticated {
  principal?: Principal;
  /** Who holds the key it came with, where that was looked up before the guard; null where the key is not valid. */
  holder?: Principal | null;
}

/** Whether those without a key may read what is public. */
export abstract class PublicReading {
  abstract readonly allowed: boolean;
}

const ANONYMOUS: Principal = { id: 'anonymous', role: 'anonymous' };

/** Lets a request through to a route that its role reaches. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly keys: ApiKeys,
    private readonly publicReading: PublicReading,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const least = this.reflector.get<LeastRole | undefined>(ACCESS, context.getHandler());
    if (least === 'anyone') return true;
    const request = context.switchToHttp().getRequest<Authenticated & { headers: { authorization?: string } }>();
    request.principal = await this.principal(request.headers.authorization, request.holder);
    // A route that declares nothing is refused at the start already; here it is out of reach all the same.
    const needs = least ?? 'admin';
    if (isAtLeast(request.principal.role, needs)) return true;
    throw request.principal === ANONYMOUS ? new KeyMissing() : new RoleTooLow(request.principal.role, needs);
  }

  private async principal(authorization: string | undefined, known: Principal | null | undefined): Promise<Principal> {
    if (authorization === undefined) {
      if (this.publicReading.allowed) return ANONYMOUS;
      throw new KeyMissing();
    }
    const holder = known === undefined ? await this.holderOf(authorization) : known;
    if (!holder) throw new KeyRefused();
    return holder;
  }

  private async holderOf(authorization: string): Promise<Principal | null> {
    const token = bearerIn(authorization);
    return token === null ? null : this.keys.holderOf(token);
  }
}
