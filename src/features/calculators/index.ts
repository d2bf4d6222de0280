export { calculatorsApi } from './calculators.api.ts'
export { calculatorPages } from './calculators.route.tsx'
