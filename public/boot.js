// Runs before the first paint, so that nobody sees a flash of the wrong theme or size.
// stores/settings.ts does the same afterwards, with every value checked.
;(function () {
  var kept = {}
  try {
    kept = JSON.parse(localStorage.getItem('atdj.settings')) || kept
  } catch {
    // Refused or damaged storage: the default look.
  }
  try {
    var look = document.documentElement.dataset
    var asks = function (wish) {
      return matchMedia('(prefers-' + wish + ')').matches
    }
    ;['theme', 'size', 'spacing', 'font', 'motion'].forEach(function (name) {
      if (typeof kept[name] === 'string') look[name] = kept[name]
    })
    if (!/^(light|dark|contrast)$/.test(look.theme))
      look.theme = asks('contrast: more')
        ? 'contrast'
        : asks('color-scheme: dark')
          ? 'dark'
          : 'light'
  } catch {
    // The default look.
  }
})()
