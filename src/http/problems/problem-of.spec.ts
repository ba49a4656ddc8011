import { NotFoundException } from '@nestjs/common';
import { DomainError } from '../../domain/domain-error.js';
import { InvalidData } from '../../domain/schema/validate.js';
import { AppendTooLarge, EventIdReused, MalformedPosition, StoreUnavailable } from '../../event-store/errors.js';
import { HistoryIncomplete } from '../../event-store/kurrent/errors.js';
import { MalformedJson } from './request-errors.js';
import { problemOf } from './problem-of.js';

class NoSuchThing extends DomainError {
  readonly code = 'no-such-thing';
}

describe('what was thrown', () => {
  it('is refused with 422, code, sentence and pointer when it is a refusal of the domain', () => {
    expect(problemOf(new NoSuchThing('There is no such thing.', '/claims/0'), 'trace')).toEqual({
      type: '/problems/no-such-thing',
      title: 'Unprocessable Entity',
      status: 422,
      detail: 'There is no such thing.',
      code: 'no-such-thing',
      errors: [{ pointer: '/claims/0', detail: 'There is no such thing.' }],
      traceId: 'trace',
    });
  });

  it('names every place when the form is wrong', () => {
    const problem = problemOf(
      new InvalidData([
        { pointer: '/a', message: 'is wrong' },
        { pointer: '/b', message: 'too' },
      ]),
      '',
    );
    expect(problem.errors).toEqual([
      { pointer: '/a', detail: 'is wrong' },
      { pointer: '/b', detail: 'too' },
    ]);
  });

  it.each([
    ['a route nobody knows', new NotFoundException(), 404, 'not-found'],
    ['an append over the limit', new AppendTooLarge('statement-a', 2, 1), 413, 'too-large'],
    ['a position of another log', new MalformedPosition('x'), 400, 'malformed-position'],
    ['a key used elsewhere', new EventIdReused('statement-a', 'e'), 422, 'idempotency-key-reused'],
    ['a log with something missing', new HistoryIncomplete('statement-a', 1, 3), 503, 'history-incomplete'],
    ['a log out of reach', new StoreUnavailable('gone'), 503, 'unavailable'],
    [
      'a connection cut in the middle of a question',
      new Error('Connection terminated unexpectedly'),
      503,
      'unavailable',
    ],
    ['a database that went away', Object.assign(new Error('terminating'), { code: '57P01' }), 503, 'unavailable'],
    ['a database whose host is not known any more', systemError('ENOTFOUND', 'getaddrinfo'), 503, 'unavailable'],
    ['a name server that does not answer', systemError('EAI_AGAIN', 'getaddrinfo'), 503, 'unavailable'],
    [
      'a database that is at none of its addresses',
      new AggregateError([systemError('ECONNREFUSED', 'connect'), systemError('ECONNREFUSED', 'connect')]),
      503,
      'unavailable',
    ],
    ['a body that is no JSON', new MalformedJson(), 400, 'malformed-json'],
    ['a body too large', Object.assign(new Error('x'), { statusCode: 413 }), 413, 'too-large'],
    ['a body of another kind', Object.assign(new Error('x'), { statusCode: 415 }), 415, 'unsupported-media-type'],
  ])('is told as what it is when it is %s', (_, error, status, code) => {
    expect(problemOf(error, '')).toMatchObject({ status, code, type: `/problems/${code}` });
  });

  it.each([new Error('password=secret'), 'a string', null, undefined, { some: 'object' }])(
    'says nothing of itself when nobody foresaw it: %p',
    (error) => {
      const problem = problemOf(error, 'trace');
      expect(problem).toMatchObject({ status: 500, code: 'internal', traceId: 'trace' });
      expect(JSON.stringify(problem)).not.toContain('secret');
    },
  );
});

function systemError(code: string, syscall: string): Error {
  return Object.assign(new Error(code), { code, syscall });
}
