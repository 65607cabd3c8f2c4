// The headers every host must send. Defined once: our server, the tests and the host files all read them here.

const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "img-src 'self' data: blob:",
  "media-src 'self' blob:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  // `vue` is the policy Vue creates by itself; ours are `sw`, to register the service worker, and `push`, to start
  // the worker that reads lists.
  'trusted-types vue sw push',
].join('; ')

// Clipboard, sharing and full screen keep the browser's own rule: they need the user's tap.
const allowedFeatures = ['camera', 'geolocation', 'microphone', 'screen-wake-lock']
const refusedFeatures = [
  'accelerometer',
  'autoplay',
  'browsing-topics',
  'display-capture',
  'encrypted-media',
  'gamepad',
  'gyroscope',
  'hid',
  'identity-credentials-get',
  'idle-detection',
  'local-fonts',
  'magnetometer',
  'midi',
  'otp-credentials',
  'payment',
  'picture-in-picture',
  'publickey-credentials-create',
  'publickey-credentials-get',
  'serial',
  'storage-access',
  'usb',
  'window-management',
  'xr-spatial-tracking',
]

/** @type {Readonly<Record<string, string>>} */
export const securityHeaders = Object.freeze({
  'Content-Security-Policy': contentSecurityPolicy,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': [
    ...allowedFeatures.map((feature) => `${feature}=(self)`),
    ...refusedFeatures.map((feature) => `${feature}=()`),
  ].join(', '),
})

/** What a file that is neither a page nor a worker needs: the rest would be a kilobyte more on each of them. */
const fileHeaders = Object.freeze({
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Resource-Policy': 'same-origin',
})

/** The paths of pages and workers: they carry the whole policy. */
export const POLICY_PATHS = /\.html$|(^|[/-])(sw|worker)\b/i

/** The paths whose name carries a hash of their content. */
export const HASHED_PATHS = /^assets\/.+-[\w-]{8}\.\w+$/
export const HASHED_CACHE = 'public, max-age=31536000, immutable'

/** Sent with every answer by hosts that speak https: two years, as browsers ask for. Our own server speaks http. */
export const TRANSPORT_SECURITY = 'max-age=63072000'

/**
 * The headers of an answer, from the path of the file inside the built site; pages, workers and refusals
 * (no path) carry the whole policy.
 * @param {string} [path]
 * @returns {Readonly<Record<string, string>>}
 */
export function headersOf(path) {
  return path === undefined || POLICY_PATHS.test(path) ? securityHeaders : fileHeaders
}

/**
 * How long a file may be kept, from its path inside the built site: names in `assets/` carry a hash of their content.
 * @param {string} path
 */
export function cacheControl(path) {
  return HASHED_PATHS.test(path) ? HASHED_CACHE : 'no-cache'
}
