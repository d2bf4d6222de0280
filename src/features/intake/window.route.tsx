/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { Hono } from 'hono'
import type { WebEnv } from '#store/web-env.ts'
export const windowPages = new Hono<WebEnv>()
