import { KnownRoutes } from './known-routes.js';

describe('an address', () => {
  const routes = new KnownRoutes();
  routes.add({ method: 'POST', url: '/api/incidents' });
  routes.add({ method: ['GET', 'HEAD'], url: '/api/incidents/:id' });

  it.each([
    ['/api/incidents', ['POST']],
    ['/api/incidents/atmeh?x=1', ['GET', 'HEAD']],
    ['/api/incidents/', []],
    ['/api/incidents/atmeh/claims', []],
    ['/elsewhere', []],
  ])('%s takes %j', (url, methods) => expect(routes.methodsAt(url)).toEqual(methods));
});
