import type { Reporter, TestModule } from 'vitest/node'

/** Ends every run with the names of what was skipped and the line `N passed, N failed`. */
export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly unknown[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()])
    const count = (state: string) => tests.filter((test) => test.result().state === state).length
    const broken = modules.filter((module) => module.state() === 'failed' && ![...module.children.allTests()].some((test) => test.result().state === 'failed'))
    const skipped = new Set(
      tests.filter((test) => test.result().state === 'skipped').map((test) => `${test.module.relativeModuleId} > ${test.fullName.split(' > ')[0]}`),
    )
    if (skipped.size > 0) {
      console.log(`\nNot run here (${count('skipped')} tests):`)
      for (const name of skipped) console.log(`  ${name}`)
    }
    const skips = count('skipped')
    console.log(`\n${count('passed')} passed, ${count('failed') + broken.length + unhandled.length} failed${skips > 0 ? `, ${skips} skipped` : ''}`)
  }
}
