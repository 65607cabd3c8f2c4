import type { RouteRecordRaw } from 'vue-router'

/** The screens that come after the first one: one entry each, in its own file. */
export const laterRoutes: RouteRecordRaw[] = [
  {
    path: '/bilan/:run',
    name: 'debrief',
    component: () => import('./screens/debrief/DebriefScreen.vue'),
    meta: { texts: ['debrief', 'live'] },
  },
  {
    path: '/reviser',
    name: 'review',
    component: () => import('./screens/review/ReviewScreen.vue'),
    meta: { texts: ['review', 'trouble'], nav: true },
  },
  {
    path: '/reviser/cartes',
    name: 'sitting',
    component: () => import('./screens/review/SittingScreen.vue'),
    meta: { texts: ['review', 'trouble'] },
  },
  {
    path: '/carnet',
    name: 'notebook',
    component: () => import('./screens/notebook/NotebookScreen.vue'),
    meta: { texts: ['notebook', 'backup'], nav: true },
  },
  {
    path: '/carnet/:card',
    name: 'contact',
    component: () => import('./screens/notebook/ContactScreen.vue'),
    meta: { texts: ['notebook'], nav: true },
  },
  {
    path: '/mes-donnees',
    name: 'my-data',
    component: () => import('./screens/settings/MyDataScreen.vue'),
    meta: { texts: ['settings', 'backup', 'notebook'], nav: true },
  },
  {
    path: '/offres',
    name: 'offers',
    component: () => import('./screens/offers/OffersScreen.vue'),
    meta: { texts: ['offers'], nav: true },
  },
  {
    path: '/metiers',
    name: 'trades',
    component: () => import('./screens/trades/TradesScreen.vue'),
    meta: { texts: ['trades'], nav: true },
  },
  {
    path: '/guides',
    name: 'guides',
    component: () => import('./screens/guides/GuidesScreen.vue'),
    meta: { texts: ['guides'], nav: true },
  },
  {
    path: '/reglages',
    name: 'settings',
    component: () => import('./screens/settings/SettingsScreen.vue'),
    meta: { texts: ['settings', 'backup'], nav: true },
  },
  {
    path: '/relances',
    name: 'push',
    component: () => import('./screens/push/PushScreen.vue'),
    meta: { texts: ['push', 'push-messages'], nav: true },
  },
  {
    path: '/relances/regles',
    name: 'push-rules',
    component: () => import('./screens/push/RulesScreen.vue'),
    meta: { texts: ['push'], nav: true },
  },
  {
    path: '/o/:parts+',
    name: 'short-search',
    component: () => import('./screens/push/ShortLinkScreen.vue'),
    meta: { texts: ['push'], nav: true },
  },
  {
    path: '/c/:parts+',
    name: 'short-cfa',
    component: () => import('./screens/push/ShortLinkScreen.vue'),
    meta: { texts: ['push'], nav: true },
  },
  {
    path: '/devoir',
    name: 'assignment',
    component: () => import('./screens/assignment/LandingScreen.vue'),
    meta: { texts: ['assignment', 'home', 'trouble'], nav: true },
  },
  {
    path: '/rendre/:id?',
    name: 'hand-in',
    component: () => import('./screens/assignment/HandInScreen.vue'),
    meta: { texts: ['assignment', 'trouble'], nav: true },
  },
  {
    path: '/fiche/:run',
    name: 'sheet',
    component: () => import('./screens/sheet/SheetScreen.vue'),
    meta: { texts: ['sheet', 'trouble'] },
  },
  {
    path: '/classe',
    name: 'classes',
    component: () => import('./screens/classroom/ClassListScreen.vue'),
    meta: { texts: ['classroom', 'trouble'], nav: true },
  },
  {
    path: '/classe/:id',
    name: 'class',
    component: () => import('./screens/classroom/ClassScreen.vue'),
    meta: { texts: ['classroom', 'together', 'trouble'] },
  },
  {
    path: '/classe/:id/donner',
    name: 'assign',
    component: () => import('./screens/classroom/AssignScreen.vue'),
    meta: { texts: ['classroom', 'trouble'] },
  },
  {
    path: '/classe/:id/devoir/:assignment',
    name: 'given',
    component: () => import('./screens/classroom/GivenScreen.vue'),
    meta: { texts: ['classroom'] },
  },
  {
    path: '/classe/:id/recevoir',
    name: 'collect',
    component: () => import('./screens/classroom/CollectScreen.vue'),
    meta: { texts: ['classroom'] },
  },
  {
    path: '/classe/:id/projeter/:assignment/:module',
    name: 'project',
    component: () => import('./screens/classroom/ProjectScreen.vue'),
    meta: { texts: ['classroom'] },
  },
  {
    path: '/plan/:run',
    name: 'plan',
    component: () => import('./screens/plan/PlanScreen.vue'),
    meta: { texts: ['plan', 'trouble'] },
  },
  {
    path: '/:any(.*)*',
    name: 'missing',
    component: () => import('./screens/missing/MissingScreen.vue'),
  },
]
