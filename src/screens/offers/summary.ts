import type { OfferSearch } from '../../core/offers/search'
import { tradeName } from '../../core/trades/trade-name'
import type { Agreement } from '../../core/text'
import { t } from '../../i18n/i18n'

/** A search in a few words: « Formations (CFA) · Boulanger · Nantes, 30 km ». */
export function summaryOf(
  { kind, trade, place, radius }: OfferSearch,
  agreement: Agreement,
): string {
  return t('offers.summary', {
    kind: t(`offers.summaryKind.${kind}`),
    trade: trade ? tradeName(trade.label, agreement) : t('offers.anyTrade'),
    place: place ? t('offers.around', { name: place.name, km: radius }) : t('offers.saved.none'),
  })
}
