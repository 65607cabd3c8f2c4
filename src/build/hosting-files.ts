import {
  HASHED_CACHE,
  HASHED_PATHS,
  headersOf,
  POLICY_PATHS,
  securityHeaders,
  TRANSPORT_SECURITY,
} from './headers.mjs'

const everywhere = { 'Strict-Transport-Security': TRANSPORT_SECURITY, ...headersOf('a.js') }
const onPages = Object.entries(securityHeaders).filter(([name]) => !(name in everywhere))
const pages = POLICY_PATHS.source
/** Servers match the whole address, wherever the site is mounted: only its end is sure. */
const hashed = HASHED_PATHS.source.replace(/^\^/, '/')

const notice = `Made by \`npm run hosting\` from src/build/headers.mjs: change it there.`

/** The configuration files of common hosts, by their name in docs/hosting, all made from the one list of headers. */
export function hostingFiles(): Record<string, string> {
  return {
    'nginx.conf': nginx(),
    Caddyfile: caddy(),
    '.htaccess': apache(),
    _headers: headersFile(),
  }
}

/** nginx sends no header whose value is empty: one map for each header of pages. */
function nginx(): string {
  const variable = (name: string) => `$page_${name.toLowerCase().replaceAll('-', '_')}`
  const maps = onPages.map(
    ([name, value]) => `map "$status$uri" ${variable(name)} {
  default "";
  "~^[45]" "${value}";
  "~*${pages}" "${value}";
}`,
  )
  const lines = [
    ...Object.entries(everywhere).map(([name, value]) => `add_header ${name} "${value}" always;`),
    ...onPages.map(([name]) => `add_header ${name} ${variable(name)} always;`),
    `add_header Cache-Control $page_cache;`,
  ]
  return `# ${notice}
# In the http block. Put your own name, root and certificate; dist/ goes to the root.
${maps.join('\n')}
map $uri $page_cache {
  default "no-cache";
  "~${hashed}" "${HASHED_CACHE}";
}

server {
  listen 443 ssl;
  server_name example.org;
  root /srv/a-toi-de-jouer;
  # A file that is not there is a 404, never the page: an old page must learn that its part has gone.
  location / {
    try_files $uri $uri/ =404;
  }
  location ~ \\.webmanifest$ {
    types { }
    default_type application/manifest+json;
  }
  gzip on;
  gzip_types application/javascript application/json application/manifest+json image/svg+xml text/css;

${lines.map((line) => `  ${line}`).join('\n')}
}
`
}

function caddy(): string {
  const block = (headers: [string, string][], depth: string) =>
    headers.map(([name, value]) => `${depth}${name} "${value}"`).join('\n')
  const all = Object.entries(everywhere)
  return `# ${notice}
# Put your own name and root; dist/ goes to the root. Caddy gets the certificate itself.
example.org {
	root * /srv/a-toi-de-jouer
	encode zstd gzip

	# In this order: Caddy would sort them otherwise, and the last word must be the most precise.
	route {
		header {
${block(all, '\t\t\t')}
			Cache-Control no-cache
		}
		@hashed path_regexp ${hashed}
		header @hashed Cache-Control "${HASHED_CACHE}"
		@manifest path *.webmanifest
		header @manifest Content-Type application/manifest+json
		@page path_regexp (?i)/$|${pages}
		header @page {
${block(onPages, '\t\t\t')}
		}
		file_server
	}

	# A file that is not there is a 404, never the page.
	handle_errors {
		header {
${block([...all, ...onPages], '\t\t\t')}
			Cache-Control no-cache
		}
		respond "{err.status_code}"
	}
}
`
}

/** Apache matches names of files, after the address of a folder has become its index. */
function apache(): string {
  const set = ([name, value]: [string, string]) => `Header always set ${name} "${value}"`
  const names = pages.replace('(^|[/-])', '(^|-)')
  return `# ${notice}
# Put it in dist/. Apache 2.4 with mod_headers; "AllowOverride FileInfo Options Indexes" for the folder.
Options -Indexes
DirectoryIndex index.html
FileETag MTime Size
AddType application/manifest+json .webmanifest
AddType font/woff2 .woff2
<IfModule mod_deflate.c>
  AddOutputFilterByType DEFLATE text/html text/css text/javascript application/javascript application/json application/manifest+json image/svg+xml
</IfModule>

${Object.entries(everywhere).map(set).join('\n')}
Header set Cache-Control "no-cache"
Header set Cache-Control "${HASHED_CACHE}" "expr=%{REQUEST_URI} =~ m#${hashed}#"
<FilesMatch "(?i)${names}">
${onPages.map((header) => `  ${set(header)}`).join('\n')}
</FilesMatch>
# A file that is not there is a 404, never the page; the refusal carries the policy too.
${onPages.map((header) => `${set(header)} "expr=%{REQUEST_STATUS} -ge 400"`).join('\n')}
`
}

/** Netlify, Cloudflare Pages and others. Their rules know no pattern: every file carries the whole policy. */
function headersFile(): string {
  const rule = (path: string, headers: [string, string][]) =>
    [path, ...headers.map(([name, value]) => `  ${name}: ${value}`)].join('\n')
  return `# ${notice}
# Put it in dist/. Files outside assets/ are asked again each time by default on these hosts: nothing to add.
${rule('/*', [...Object.entries(everywhere), ...onPages])}
${rule('/assets/*', [['Cache-Control', HASHED_CACHE]])}
`
}
