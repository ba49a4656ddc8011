import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { ACCESS, type LeastRole } from './access.decorator.js';

/** Where Nest keeps the path a method answers; a method without one is no route. */
const PATH = 'path';

/** A route as it is declared: which method of which controller, and for whom. */
export interface DeclaredRoute {
  readonly name: string;
  readonly least: LeastRole | undefined;
}

export class AccessUndeclared extends Error {
  constructor(routes: readonly string[]) {
    super(`These routes do not say who may use them; give each an @Access(role): ${routes.join(', ')}.`);
  }
}

/** Every route says who may use it, or the service does not start. */
@Injectable()
export class DeclaredAccess implements OnModuleInit {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
  ) {}

  onModuleInit(): void {
    const undeclared = this.routes().filter(({ least }) => least === undefined);
    if (undeclared.length > 0) throw new AccessUndeclared(undeclared.map(({ name }) => name));
  }

  routes(): readonly DeclaredRoute[] {
    return this.discovery.getControllers().flatMap(({ name: controller, metatype }) => {
      const prototype = (metatype as { prototype: Record<string, object> } | null)?.prototype;
      if (!prototype) return [];
      return this.scanner
        .getAllMethodNames(prototype)
        .filter((method) => Reflect.hasMetadata(PATH, prototype[method]!))
        .map((method) => ({
          name: `${String(controller)}.${method}`,
          least: Reflect.getMetadata(ACCESS, prototype[method]!) as LeastRole | undefined,
        }));
    });
  }
}
