/// The section of an institution.
let institutionTemplate = """
  <article id="{{anchor}}">
  <h3>{{name}}</h3>
  <p>{{#score}}<b class="n">{{score}}</b> {{{htmlZone}}} {{/score}}{{#withoutScore}}<b>{{w.withoutScore}}</b> {{/withoutScore}}{{#hasChange}}<b>{{change}}</b> ({{old}}) {{/hasChange}}<span class="q">{{facts}}</span></p>
  {{#notExplained}}<p>{{notExplained}}</p>{{/notExplained}}{{#hasChange}}<p>{{narrative}}</p><p>{{zoneSentence}}</p>
  <div class="g"><figure>{{{htmlWaterfall}}}</figure>{{{htmlSteps}}}</div>
  {{{htmlDetails}}}{{{htmlAssumptions}}}{{/hasChange}}{{{htmlFlags}}}{{{htmlNext}}}{{{htmlUnits}}}{{{htmlParts}}}{{{htmlMissing}}}<p class="u"><a href="#{{lang}}-top">{{w.top}}</a></p>
  </article>

  """
