/// The frame of the file.
let pageTemplate = """
  <!DOCTYPE html>
  <html lang="{{lang}}">
  <head>
  <meta charset="utf-8">
  <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src '{{scriptSource}}'; base-uri 'none'; form-action 'none'">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="color-scheme" content="light dark">
  <meta name="referrer" content="no-referrer">
  <title>{{title}}</title>
  <style>{{{htmlStyle}}}</style>
  </head>
  <body>
  {{{htmlPatterns}}}
  {{{htmlSwitch}}}{{{htmlParts}}}<script>{{{htmlScript}}}</script>
  </body>
  </html>

  """

/// What stands in one language.
let partTemplate = """
  <div class="part {{lang}}" lang="{{lang}}">
  <a class="skip" href="#{{lang}}-over">{{w.skip}}</a>
  <header>
  <h1>{{title}}</h1>
  <p class="q">{{subtitle}}</p>
  <nav aria-label="{{w.contents}}"><ul><li><a href="#{{lang}}-over">{{w.overview}}</a></li><li><a href="#{{lang}}-top">{{w.league}}</a></li><li><a href="#{{lang}}-all">{{w.institutions}}</a></li><li><a href="#{{lang}}-basis">{{w.basis}}</a></li></ul></nav>
  </header>
  <main>
  <section id="{{lang}}-over"><h2>{{w.overview}}</h2>
  {{{htmlOverview}}}</section>
  <section id="{{lang}}-top"><h2>{{w.league}}</h2>
  <p class="q">{{w.leagueNote}} <span class="js" hidden>{{w.sortNote}}</span></p>
  {{{htmlLeague}}}</section>
  <section id="{{lang}}-all"><h2>{{w.institutions}}</h2>
  <p class="q">{{w.originNote}}{{#isShort}} {{w.shortNote}}{{/isShort}}</p>
  {{{htmlInstitutions}}}</section>
  <section id="{{lang}}-basis"><h2>{{w.basis}}</h2>
  <p>{{w.basisText}}</p>
  {{{htmlBasis}}}</section>
  </main>
  </div>

  """
