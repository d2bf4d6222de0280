import { describe, expect, test } from 'vitest'
import { sparingly } from '#platform/queue/sparingly.ts'

describe('a warning that repeats itself', () => {
  const listen = () => {
    const said: [string, number][] = []
    let now = 0
    const warn = sparingly((message, left) => said.push([message, left]), () => now)
    return { said, warn, pass: (seconds: number) => void (now += seconds) }
  }

  test('is said once in half a minute, then with the number of times it was swallowed', () => {
    const { said, warn, pass } = listen()
    for (let times = 0; times < 5; times += 1) warn(new Error('ECONNREFUSED'))
    pass(29)
    warn(new Error('ECONNREFUSED'))
    pass(1)
    warn(new Error('ECONNREFUSED'))
    expect(said).toEqual([['ECONNREFUSED', 0], ['ECONNREFUSED', 5]])
  })

  test('does not silence another one', () => {
    const { said, warn } = listen()
    warn(new Error('one'))
    warn('two')
    expect(said).toEqual([['one', 0], ['two', 0]])
  })

  test('names what happened also when it happened at several addresses', () => {
    const { said, warn } = listen()
    warn(new AggregateError([new Error('::1 refused'), new Error('127.0.0.1 refused')]))
    expect(said).toEqual([['::1 refused; 127.0.0.1 refused', 0]])
  })
})
