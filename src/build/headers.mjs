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
  // `vue` is the policy Vue creates by itself; `sw` is ours, to register the service worker.
  'trusted-types vue sw',
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

/**
 * The headers of an answer, from the path of the file inside the built site; pages, workers and refusals
 * (no path) carry the whole policy.
 * @param {string} [path]
 * @returns {Readonly<Record<string, string>>}
 */
export function headersOf(path) {
  return path === undefined || /\.html$|(^|[/-])(sw|worker)\b/i.test(path)
    ? securityHeaders
    : fileHeaders
}

/**
 * How long a file may be kept, from its path inside the built site: names in `assets/` carry a hash of their content.
 * @param {string} path
 */
export function cacheControl(path) {
  return /^assets\/.+-[\w-]{8}\.\w+$/.test(path)
    ? 'public, max-age=31536000, immutable'
    : 'no-cache'
}
