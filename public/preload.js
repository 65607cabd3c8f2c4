// Fetches the files of the screen to come while the main script is still on its way.
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
