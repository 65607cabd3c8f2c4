import {
  createRouter,
  createWebHashHistory,
  START_LOCATION,
  type RouteLocationNormalized,
  type RouteRecordRaw,
} from 'vue-router'
import { loadTexts } from './i18n/i18n'
import PlayScreen from './screens/play/PlayScreen.vue'

/**
 * The home and the play, which must open at once; the other screens of `routes.ts` join at the first
 * address that asks for one. Addresses stay after the `#`: any server, at any path, serves them all.
 */
const routes: RouteRecordRaw[] = [
  {
    path: '/',
    name: 'home',
    component: () => import('./screens/home/HomeScreen.vue'),
    meta: { texts: ['home', 'trouble'], nav: true },
  },
  {
    path: '/jouer/:module',
    name: 'play',
    component: PlayScreen,
  },
  {
    path: '/:later(.*)*',
    name: 'later',
    component: () => null,
    beforeEnter: addLaterRoutes,
  },
]

export const router = createRouter({
  history: createWebHashHistory(),
  routes,
  // Nothing to scroll yet on the first screen, and asking would lay it out once more.
  scrollBehavior: (_to, from, saved) => saved ?? (from === START_LOCATION ? false : { top: 0 }),
})

router.beforeEach(async (to) => {
  await loadTexts(...((to.meta['texts'] as string[] | undefined) ?? []))
})

/**
 * Until the first screen is there, the router does not listen to the address, and then writes its own over it:
 * a link touched meanwhile would be lost.
 */
function followEarly({ newURL }: HashChangeEvent): void {
  void router.push(new URL(newURL).hash.slice(1))
}
addEventListener('hashchange', followEarly)
const listens = () => setTimeout(() => removeEventListener('hashchange', followEarly))
void router.isReady().then(listens, listens)

/** Brings the other screens, then goes where it was asked. */
async function addLaterRoutes(to: RouteLocationNormalized): Promise<string> {
  const { laterRoutes } = await import('./routes')
  router.removeRoute('later')
  for (const route of laterRoutes) router.addRoute(route)
  return to.fullPath
}
