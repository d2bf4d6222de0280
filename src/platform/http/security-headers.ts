import type { MiddlewareHandler } from 'hono'
import { secureHeaders } from 'hono/secure-headers'

const CSP = 'Content-Security-Policy'

/**
 * Strict CSP: our own origin only, no inline script or style, not framed by others (the PDF preview frames our own). An answer
 * that brings a policy of its own, as papers of others do, keeps that.
 */
export function securityHeaders(secure: boolean): MiddlewareHandler {
  const strict = secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      baseUri: ["'none'"],
      connectSrc: ["'self'"],
      fontSrc: ["'self'"],
      formAction: ["'self'"],
      frameAncestors: ["'self'"],
      frameSrc: ["'self'", 'blob:'],
      imgSrc: ["'self'", 'data:'],
      objectSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
    },
    crossOriginEmbedderPolicy: false,
    crossOriginOpenerPolicy: 'same-origin',
    crossOriginResourcePolicy: 'same-origin',
    // Under no-referrer a browser sends `Origin: null` with our own forms, which the CSRF check must refuse.
    referrerPolicy: 'same-origin',
    strictTransportSecurity: secure ? 'max-age=31536000; includeSubDomains' : false,
    xFrameOptions: 'SAMEORIGIN',
    permissionsPolicy: { camera: [], geolocation: [], microphone: [], payment: [] },
  })
  return async (c, next) => {
    let own: string | null = null
    await strict(c, async () => {
      await next()
      own = c.res.headers.get(CSP)
    })
    if (own !== null) c.res.headers.set(CSP, own)
  }
}
