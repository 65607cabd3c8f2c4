// Runs before the first paint. One file: each one more is a fetch that everything behind it waits for.

// The look, so that nobody sees a flash of the wrong theme or size.
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

// The files of the screen to come, fetched while the main script is still on its way.
// src/build/preload.ts listed them in the page; while developing there is no list.
;(function () {
  try {
    var list = JSON.parse(document.querySelector('meta[name=preload]').content)
    var slug = (/^#\/jouer\/([\w-]+)/.exec(location.hash) || [])[1]
    var files = (slug ? list.modules[slug] : list.home) || []
    if (localStorage.getItem('atdj.runs')) files = files.concat(list.kept)
    files.forEach(function (file) {
      var link = document.createElement('link')
      var isStyle = /\.css$/.test(file)
      link.rel = isStyle ? 'preload' : 'modulepreload'
      if (isStyle) link.as = 'style'
      link.crossOrigin = ''
      link.href = './' + file
      document.head.appendChild(link)
    })
  } catch {
    // The screen asks for its files itself.
  }
})()
