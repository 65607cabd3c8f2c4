/** La bonne alternance, the public service that the offers open on. */
export const LBA = 'labonnealternance.apprentissage.beta.gouv.fr'

/** The only places a link of the app may lead to, always over https. */
const ALLOWED: ReadonlySet<string> = new Set([
  LBA,
  'arretonslesviolences.gouv.fr',
  'candidat.francetravail.fr',
  'code.travail.gouv.fr',
  'dares.travail-emploi.gouv.fr',
  'diagoriente.fr',
  'dinum.didask.com',
  'entreprendre.service-public.gouv.fr',
  'futurpro.inserjeunes.beta.gouv.fr',
  'immersion-facile.beta.gouv.fr',
  'mes-aides.1jeune1solution.beta.gouv.fr',
  'mon-entreprise.urssaf.fr',
  'poem.travail-emploi.gouv.fr',
  'solidarites.gouv.fr',
  'statistiques.francetravail.org',
  'travail-emploi.gouv.fr',
  'www.antidiscriminations.fr',
  'www.education.gouv.fr',
  'www.info.gouv.fr',
  'www.justice.gouv.fr',
  'www.legifrance.gouv.fr',
  'www.onisep.fr',
  'www.parcoursup.gouv.fr',
  'www.service-public.gouv.fr',
  'www.unml.info',
  'www.vie-publique.fr',
])

/**
 * The host of an address the app may open.
 * @returns undefined for any other: another host or port, no https, a user name, an unreadable address.
 */
export function allowedHost(url: string): string | undefined {
  const host = /^https:\/\/([a-z0-9.-]+)(?=[/?#]|$)/.exec(url)?.[1]
  return host !== undefined && ALLOWED.has(host) ? host : undefined
}

/**
 * The host of an address as it is shown: it may wrap after each dot (U+200B).
 * @returns nothing for an address the app may not open
 */
export function shownHost(url: string): string {
  return (allowedHost(url) ?? '').replaceAll('.', '.\u200B')
}
