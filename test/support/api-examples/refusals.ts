import type { Ask } from '../app.js';

/** A request that is refused. */
export interface Refused extends Ask {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly path: string;
  readonly body?: string;
}

const json = { 'content-type': 'application/json' };
const posted = (path: string, body: object, headers: Ask['headers'] = {}): Refused => ({
  method: 'POST',
  path,
  body: JSON.stringify(body),
  headers: { ...json, ...headers },
});

/** Requests as they are refused every day, once the story of the examples was told. */
export const refused: readonly Refused[] = [
  { method: 'GET', path: '/api/incidents?limit=0' },
  { method: 'GET', path: '/api/incidents?cursor=forged' },
  { method: 'POST', path: '/api/actors', body: '{"actorId":', headers: json },
  { method: 'GET', path: '/api/incidents', as: null },
  { ...posted('/api/actors', {}), as: 'reader' },
  { method: 'GET', path: '/api/incidents/nothing' },
  { method: 'GET', path: '/api/everything' },
  { method: 'PUT', path: '/api/incidents' },
  posted('/api/actors', { actorId: 'example-monitor', type: 'state', names: [{ lang: 'en', text: 'Another' }] }),
  { method: 'GET', path: '/api/actors/example-gone-actor' },
  posted(
    '/api/incidents/example-raid/amendments',
    {
      label: [{ lang: 'en', text: 'Another' }],
      effective: { from: '2024-03-01T00:00:00Z', to: '2024-03-02T00:00:00Z', precision: 'date', zone: 'UTC' },
    },
    { 'if-match': '"0"' },
  ),
  posted('/api/actors', { actorId: 'example-large', names: 'x'.repeat(1024 * 1024) }),
  { method: 'POST', path: '/api/actors', body: 'name: A monitor', headers: { 'content-type': 'text/yaml' } },
  posted('/api/actors', { actorId: 'example-actor', type: 'monitor', names: [] }),
  posted('/api/incidents/example-raid/merge', { into: 'example-raid' }),
  posted('/api/keys', { principal: 'A Service', role: 'reader' }),
  posted('/api/actors/example-monitor/corrections', { reason: 'transcription' }),
];
