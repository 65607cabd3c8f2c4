import type { Audience, Closing, Settings, Template } from '../../core/push/compose'
import { PUSHES, type PushId } from '../../core/push/pushes'
import { t } from '../../i18n/i18n'
import { appBase, usePush } from '../../stores/push'

/** The text of a push as it is shipped. */
export function shippedTemplate(push: PushId, audience: Audience): Template {
  const text = (part: string) => t(`push-messages.${push}.${audience}.${part}`)
  return { sms: text('sms'), subject: text('subject'), body: text('body') }
}

/** The text in use: changed by the adviser, or as shipped. */
export function templateOf(push: PushId, audience: Audience): Template {
  const own = usePush().templates[`${push}/${audience}`]
  return own ? { ...own } : shippedTemplate(push, audience)
}

/** What every message ends with. */
export function closingOf(audience: Audience): Closing {
  const text = (part: string) => t(`push-messages.closing.${audience}.${part}`)
  return { sms: text('sms'), email: text('email') }
}

/** All a message needs but the person and the channel. */
export function settingsOf(audience: Audience, cheap: boolean): Omit<Settings, 'channel'> {
  const { push, sender } = usePush()
  return {
    push: PUSHES[push],
    audience,
    template: templateOf(push, audience),
    closing: closingOf(audience),
    sender: { ...sender },
    base: appBase(),
    cheap,
  }
}
