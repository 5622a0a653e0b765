// Every way in which an answer can fail becomes something that a screen can show.
import { expect, test } from 'vitest';
import { problemFrom } from './problem.ts';

test('a problem is shown as the server tells it', () => {
  const told = {
    type: 'about:blank',
    status: 404,
    code: 'unknown_mission',
    title: 'No such mission',
    detail: '`MSX` is none',
    hint: 'Did you mean `MSS`?',
  };
  expect(problemFrom(404, told)).toEqual({
    status: 404,
    code: 'unknown_mission',
    title: 'No such mission',
    detail: '`MSX` is none',
    hint: 'Did you mean `MSS`?',
  });
});

test('a fault in a body is told with the name of its field', () => {
  expect(problemFrom(422, { code: 'bad_body', title: 'wrong', pointer: '/name' }).field).toBe('name');
});

test.each([undefined, null, '', '<html>Bad Gateway</html>', 7, { title: '' }])(
  'a body of %j still becomes a problem',
  (body) => {
    expect(problemFrom(502, body)).toMatchObject({
      status: 502,
      code: 'unexpected_answer',
      title: 'Muster answered with 502',
    });
  },
);
