import type { INestApplication } from '@nestjs/common';
import { RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { ACCESS, type LeastRole } from '../../src/access/access.decorator.js';

/** An address that the service answers at, and the least role that may use it. */
export interface ServedRoute {
  readonly method: string;
  readonly path: string;
  readonly least: LeastRole | undefined;
}

const BARE = /^\/?(problems|metrics)(\/|$)/;

/** Every route there is, as its controller declares it. */
export function routesOf(app: INestApplication): readonly ServedRoute[] {
  const scanner = new MetadataScanner();
  return app
    .get(DiscoveryService, { strict: false })
    .getControllers()
    .flatMap(({ metatype }) => {
      const prototype = (metatype as { prototype: Record<string, object> }).prototype;
      const homes = [Reflect.getMetadata(PATH_METADATA, metatype as object) as string | readonly string[]].flat();
      return scanner.getAllMethodNames(prototype).flatMap((name) => {
        const handler = prototype[name]!;
        const path = Reflect.getMetadata(PATH_METADATA, handler) as string | undefined;
        if (path === undefined) return [];
        const method = RequestMethod[Reflect.getMetadata(METHOD_METADATA, handler) as number]!;
        const least = Reflect.getMetadata(ACCESS, handler) as LeastRole | undefined;
        return homes.map((home) => ({ method, path: joined(home, path), least }));
      });
    });
}

function joined(home: string, path: string): string {
  const own = [home, path].flatMap((part) => part.split('/')).filter((part) => part !== '');
  return `/${(BARE.test(own.join('/')) ? own : ['api', ...own]).join('/')}`;
}
