/// How the pages look: system fonts, light and dark, and on paper patterns instead of fills.
let styleSheet: Markup = """
  :root{color-scheme:light dark;--bg:#fff;--fg:#1a1c1e;--q:#4a4f55;--rule:#c9ced4;--soft:#f3f5f7;--link:#0b4f8a;--w:#5b6672;--wg:#1f5f99;--wl:#8a4b08}
  @media(prefers-color-scheme:dark){:root{--bg:#15181b;--fg:#e9ebed;--q:#b4bac1;--rule:#454c54;--soft:#1e2226;--link:#9cc7f2;--w:#98a3af;--wg:#7db8ee;--wl:#e0a458}}
  *{box-sizing:border-box}
  html{scroll-padding-top:.5rem;-webkit-text-size-adjust:100%}
  body{margin:0 auto;padding:0 1rem 4rem;max-width:64rem;background:var(--bg);color:var(--fg);font:1rem/1.5 system-ui,sans-serif;font-variant-numeric:tabular-nums;overflow-wrap:break-word}
  h1{font-size:1.7rem;line-height:1.2;margin:1.5rem 0 .3rem}
  h2{font-size:1.35rem;margin:2.5rem 0 .6rem;padding-bottom:.2rem;border-bottom:2px solid var(--rule)}
  h3{font-size:1.12rem;margin:0 0 .3rem}
  h4{font-size:1rem;margin:1.4rem 0 .3rem}
  p{margin:.4rem 0;max-width:46rem}
  a{color:var(--link)}
  a:focus-visible,button:focus-visible,summary:focus-visible,input:focus-visible+label,.t:focus-visible{outline:3px solid var(--link);outline-offset:2px}
  .q,small{color:var(--q)}
  small{font-size:.85em}
  .n{font-size:1.5rem}
  nav ul{list-style:none;display:flex;flex-wrap:wrap;gap:.3rem 1.2rem;padding:0;margin:.8rem 0}
  .skip{position:absolute;left:-99rem}
  .skip:focus{left:1rem;top:.5rem;padding:.3rem .6rem;background:var(--bg)}
  article{margin:1rem 0;padding:1rem 0 .2rem;border-top:1px solid var(--rule);contain-intrinsic-size:auto 46rem}
  article,.later{content-visibility:auto}
  .t{overflow-x:auto;margin:.6rem 0}
  table{border-collapse:collapse;font-size:.92rem}
  caption{text-align:left;font-weight:600;padding:.2rem 0}
  th,td{padding:.22rem .7rem .22rem 0;text-align:right;vertical-align:top;border-bottom:1px solid var(--rule)}
  th:first-child,th.a,td.a{text-align:left}
  tbody th{font-weight:400;min-width:6rem;max-width:26rem}
  td small{white-space:nowrap}
  dl code{overflow-wrap:anywhere}
  thead th{font-weight:600;vertical-align:bottom;border-bottom:2px solid var(--rule)}
  td b,th b{white-space:nowrap}
  .d0 th{font-weight:600}
  .d1 th:first-child{padding-left:.4rem}.d2 th:first-child{padding-left:1.1rem}.d3 th:first-child{padding-left:2.2rem}.d4 th:first-child{padding-left:3.3rem}.d5 th:first-child,.d6 th:first-child{padding-left:4.4rem}
  details{margin:.5rem 0}
  summary{cursor:pointer;color:var(--link)}
  ul{margin:.3rem 0;padding-left:1.3rem}
  .g{display:flex;flex-wrap:wrap;gap:0 2rem;align-items:flex-start}
  figure{margin:.6rem 0;flex:1 1 18rem;max-width:26rem}
  .g .t{flex:1 1 18rem}
  svg{display:block;width:100%;height:auto}
  svg text{fill:var(--fg);font:12px system-ui,sans-serif}
  svg .e{text-anchor:end}svg .m,svg .c{text-anchor:middle}
  svg .c{font-weight:600}
  .w{fill:var(--w)}.wg{fill:var(--wg)}.wl{fill:url(#loss)}.l{stroke:var(--fg);stroke-dasharray:3 2}
  .p{stroke:var(--bg);stroke-width:1}
  rect.zh{fill:url(#zh)}rect.zk{fill:url(#zk)}rect.zm{fill:url(#zm)}rect.zn{fill:url(#zn)}
  rect.z0{fill:url(#z0)}rect.z1{fill:url(#z1)}rect.z2{fill:url(#z2)}rect.z3{fill:url(#z3)}rect.z4{fill:url(#z4)}rect.z5{fill:url(#z5)}
  svg .c{paint-order:stroke;stroke-width:4px;stroke-linejoin:round}
  text.c.zh,text.c.zm,text.c.z3,text.c.z4,text.c.z5{fill:#fff}text.c.zk,text.c.zn,text.c.z0,text.c.z1,text.c.z2{fill:#000}
  text.c.zh{stroke:#00664a}text.c.zk{stroke:#f2c12e}text.c.zm{stroke:#b3261e}text.c.zn{stroke:#fff}text.c.z0{stroke:#dfe6ee}text.c.z1{stroke:#b9cbe0}text.c.z2{stroke:#8fb3d6}text.c.z3{stroke:#44719f}text.c.z4{stroke:#2b5580}text.c.z5{stroke:#12355b}
  .z{display:inline-block;padding:0 .45em;border-radius:.2em;font-weight:600;font-size:.9em;line-height:1.55;white-space:nowrap}
  .z.zh{background:#00664a;color:#fff}
  .z.zk{background:#f2c12e repeating-linear-gradient(45deg,#f2c12e 0 5px,#e3b01c 5px 6px);color:#000}
  .z.zm{background:repeating-linear-gradient(45deg,transparent 0 5px,#9c1f18 5px 6px),repeating-linear-gradient(-45deg,#b3261e 0 5px,#9c1f18 5px 6px) #b3261e;color:#fff}
  .z.zn{background:#fff;color:#000;box-shadow:inset 0 0 0 1px #000}
  .z.z0{background:#dfe6ee;color:#000}.z.z1{background:#b9cbe0;color:#000}.z.z2{background:#8fb3d6;color:#000}.z.z3{background:#44719f;color:#fff}.z.z4{background:#2b5580;color:#fff}.z.z5{background:#12355b;color:#fff}
  .defs{position:absolute;width:0;height:0}
  .defs .f{fill:none;stroke:#000;stroke-opacity:.35;stroke-width:1.5}.defs .fl{stroke:var(--wl);stroke-width:3}
  th button{font:inherit;font-weight:600;color:inherit;background:none;border:0;padding:0;cursor:pointer;text-align:inherit}
  th button::after{content:" \\2195";color:var(--q)}
  th[aria-sort=ascending] button::after{content:" \\2191"}th[aria-sort=descending] button::after{content:" \\2193"}
  .u{font-size:.85rem}
  code{font:.88em ui-monospace,monospace;overflow-wrap:anywhere}
  dl{margin:.4rem 0}dt{font-weight:600}dd{margin:0 0 .4rem}
  .switch{margin:1rem 0 0}
  .switch+*{margin-top:0}
  .langs{position:absolute;opacity:0}
  .langs+label{display:inline-block;padding:.1rem .7rem;border:1px solid var(--rule);cursor:pointer}
  .langs:checked+label{background:var(--fg);color:var(--bg)}
  #choose-id:checked~.part.en,#choose-en:checked~.part.id{display:none}
  @page{size:A4;margin:16mm 14mm}
  @media print{
  :root{--bg:#fff;--fg:#000;--q:#333;--rule:#888;--soft:#fff;--link:#000;--w:#777;--wg:#333;--wl:#000}
  body{max-width:none;padding:0;font-size:9.5pt}
  nav,.u,.skip,.langs,.langs+label,.js{display:none}
  a{text-decoration:none}
  article,.later{content-visibility:visible}
  article{break-inside:auto}
  h2,h3,h4,caption,summary{break-after:avoid}
  figure,tr{break-inside:avoid}
  thead{display:table-header-group}
  .t{overflow:visible}
  figure{max-width:20rem}
  details:not([open])::details-content{content-visibility:visible;display:block;block-size:auto}
  table{font-size:8.5pt}
  th button::after{content:""}
  .z,.z.zh,.z.zk,.z.zm,.z.zn,.z.z0,.z.z1,.z.z2,.z.z3,.z.z4,.z.z5{background:none;color:#000;box-shadow:inset 0 0 0 1px #000}
  .defs .b{fill:#fff}.defs .b.sh{fill:#555}.defs .b.s3{fill:#aaa}.defs .b.s4{fill:#777}.defs .b.s5{fill:#444}.defs .f{stroke-opacity:1}
  .p{stroke:#000}
  svg .c{fill:#000;stroke:#fff}
  text.c.zh,text.c.zk,text.c.zm,text.c.zn,text.c.z0,text.c.z1,text.c.z2,text.c.z3,text.c.z4,text.c.z5{fill:#000;stroke:#fff}
  }
  """

/// The patterns of the zones, for all drawings of the file.
let patterns: Markup = """
  <svg class="defs" aria-hidden="true" focusable="false"><title>-</title><desc>-</desc><defs>
  <pattern id="zh" width="8" height="8" patternUnits="userSpaceOnUse"><rect class="b sh" width="8" height="8" fill="#00664a"/></pattern>
  <pattern id="zk" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="b" width="6" height="6" fill="#f2c12e"/><path class="f" d="M0 0V6"/></pattern>
  <pattern id="zm" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="b" width="6" height="6" fill="#b3261e"/><path class="f" d="M0 0V6M0 0H6"/></pattern>
  <pattern id="zn" width="8" height="8" patternUnits="userSpaceOnUse"><rect class="b" width="8" height="8" fill="#fff"/></pattern>
  <pattern id="z0" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="b" width="6" height="6" fill="#dfe6ee"/><path class="f" d="M0 0V6M0 0H6"/></pattern>
  <pattern id="z1" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="b" width="6" height="6" fill="#b9cbe0"/><path class="f" d="M0 0V6"/></pattern>
  <pattern id="z2" width="6" height="6" patternUnits="userSpaceOnUse"><rect class="b" width="6" height="6" fill="#8fb3d6"/><path class="f" d="M0 3H6"/></pattern>
  <pattern id="z3" width="6" height="6" patternUnits="userSpaceOnUse"><rect class="b s3" width="6" height="6" fill="#44719f"/><path class="f" d="M3 0V6"/></pattern>
  <pattern id="z4" width="6" height="6" patternUnits="userSpaceOnUse"><rect class="b s4" width="6" height="6" fill="#2b5580"/><path class="f" d="M2 3H4"/></pattern>
  <pattern id="z5" width="8" height="8" patternUnits="userSpaceOnUse"><rect class="b s5" width="8" height="8" fill="#12355b"/></pattern>
  <pattern id="loss" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="5" height="5" style="fill:var(--bg)"/><path class="fl" d="M0 0V5" style="stroke:var(--wl);stroke-width:5"/></pattern>
  </defs></svg>
  """

/// Sorts the league table. Without it the table is complete, in the order of ranks.
let sortScript = """
  for(const t of document.querySelectorAll("table.league")){
  const b=t.tBodies[0],id=t.closest("[lang]").lang=="id";
  const v=(r,i)=>{const s=r.cells[i].textContent.trim(),c=id?s.replace(/\\./g,"").replace(",","."):s.replace(/,/g,""),n=c==""||c=="-"?NaN:Number(c);return isNaN(n)?s:n};
  [...t.tHead.rows[0].cells].forEach((h,i)=>{
  const k=document.createElement("button");k.type="button";k.append(...h.childNodes);h.append(k);
  k.onclick=()=>{
  const d=h.getAttribute("aria-sort")=="ascending"?-1:1;
  for(const o of t.tHead.rows[0].cells)o.removeAttribute("aria-sort");
  h.setAttribute("aria-sort",d>0?"ascending":"descending");
  b.append(...[...b.rows].map(r=>[v(r,i),r]).sort(([x],[y])=>(typeof x==typeof y?(x<y?-1:x>y?1:0):typeof x=="number"?-1:1)*d).map(p=>p[1]))}});
  t.closest("section").querySelectorAll(".js").forEach(e=>e.hidden=false)}
  """
