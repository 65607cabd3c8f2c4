import { pageLink } from './page-link'

/** One page to read, one number to call, or one that only reads messages; its title and description are in the texts of the guides, by `id`. */
export type Guide = { id: string } & ({ url: string } | { tel: string } | { sms: string })

/** The guides by moment of the journey, in its order. */
export const MOMENTS: readonly { id: string; guides: readonly Guide[] }[] = [
  {
    id: 'explore',
    guides: [
      { id: 'discover', url: pageLink.guide('discover') },
      { id: 'project', url: pageLink.guide('project') },
      { id: 'diagoriente', url: pageLink.site('diagoriente') },
      { id: 'onisep', url: pageLink.site('onisep') },
      { id: 'metierscope', url: pageLink.site('metierscope') },
      { id: 'futurpro', url: pageLink.site('futurpro') },
      { id: 'immersion', url: pageLink.site('immersion') },
    ],
  },
  {
    id: 'course',
    guides: [
      { id: 'courses', url: pageLink.guide('courses') },
      { id: 'didask-course', url: pageLink.didask('course') },
      { id: 'parcoursup', url: pageLink.site('parcoursup') },
      { id: 'handicap', url: pageLink.guide('handicap') },
    ],
  },
  {
    id: 'company',
    guides: [
      { id: 'employer', url: pageLink.guide('employer') },
      { id: 'didask-employer', url: pageLink.didask('employer') },
      { id: 'missions', url: pageLink.site('missions') },
      { id: 'support', url: pageLink.guide('support') },
    ],
  },
  {
    id: 'interview',
    guides: [{ id: 'didask-interview', url: pageLink.didask('interview') }],
  },
  {
    id: 'contract',
    guides: [
      { id: 'contract', url: pageLink.guide('contract') },
      { id: 'pay', url: pageLink.guide('pay') },
      { id: 'pay-simulator', url: pageLink.page('pay') },
      { id: 'aids', url: pageLink.guide('aids') },
      { id: 'all-aids', url: pageLink.site('aids') },
    ],
  },
  {
    id: 'joining',
    guides: [
      { id: 'didask-joining', url: pageLink.didask('joining') },
      { id: 'mentor', url: pageLink.guide('mentor') },
      { id: 'risks', url: pageLink.guide('risks') },
      { id: 'work', url: pageLink.site('work') },
    ],
  },
  {
    id: 'trouble',
    guides: [
      { id: 'break', url: pageLink.guide('break') },
      { id: 'mediator', url: pageLink.site('mediator') },
      { id: 'discrimination', url: pageLink.site('discrimination') },
    ],
  },
  {
    id: 'help',
    guides: [
      { id: 'n119', tel: '119' },
      { id: 'n3018', tel: '3018' },
      { id: 'n3928', tel: '3928' },
      { id: 'n3919', tel: '3919' },
      { id: 'n116006', tel: '116006' },
      { id: 'n112', tel: '112' },
      { id: 'n114', sms: '114' },
    ],
  },
]
