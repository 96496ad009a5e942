/** The look of the saved page: light and dark as the reader's machine is set, and black on white in print, without the filters. */
export const quotesStyle = `
:root{color-scheme:light dark;--paper:#fdfcfa;--ink:#2b2723;--quiet:#5e5851;--rule:#cfc9c1;--mark:#7a5c1e;--field:#fff}
@media (prefers-color-scheme:dark){:root{--paper:#1d1b19;--ink:#ece7e0;--quiet:#b4aca2;--rule:#4b4640;--mark:#e0bd77;--field:#282523}}
*{box-sizing:border-box}
body{margin:0 auto;max-width:46rem;padding:2rem 1.5rem 6rem;background:var(--paper);color:var(--ink);font:400 1rem/1.55 'Segoe UI',Calibri,'Helvetica Neue',Arial,sans-serif}
h1,h3,blockquote,.concept{font-family:'Source Serif 4',Georgia,'Times New Roman',serif}
h1{font-size:2.1rem;line-height:1.2;margin:0 0 .3rem;font-weight:600}
h2{font-size:1.3rem;margin:3rem 0 .6rem;padding-bottom:.3rem;border-bottom:1px solid var(--rule)}
h3{font-size:1.2rem;margin:2rem 0 .4rem}
h2,h3{line-height:1.3;scroll-margin-top:5rem}
.summary,.statement,.definition,small,.around,.note,.remark{color:var(--quiet)}
.summary{margin:0 0 1rem}
.notice{border-left:3px solid var(--mark);padding-left:.8rem;font-size:.92rem}
.mark{position:sticky;top:0;margin:-2rem -1.5rem 1rem;padding:.5rem 1.5rem;background:var(--mark);color:var(--paper);font-weight:600;text-align:center;z-index:2}
.concept{font-style:italic;margin:.4rem 0}
.definition{font-size:.92rem;margin:.4rem 0}
.remark,.note{font-style:italic}
form{position:sticky;top:0;z-index:1;display:flex;flex-wrap:wrap;gap:.6rem 1rem;align-items:end;margin:1.5rem 0;padding:.8rem 0;background:var(--paper);border-block:1px solid var(--rule)}
form[hidden]{display:none}
.mark~form{top:2.4rem}
label{display:flex;flex-direction:column;font-size:.8rem;color:var(--quiet)}
input,select,button{font:inherit;font-size:.95rem;color:var(--ink);background:var(--field);border:1px solid var(--quiet);border-radius:5px;padding:.35rem .5rem;min-height:2.25rem}
select{max-width:14rem}
button{cursor:pointer}
output{font-size:.92rem;margin-left:auto;padding:.4rem 0}
a{color:inherit;text-underline-offset:.2em}
:focus-visible{outline:3px solid #2f6fd0;outline-offset:2px}
nav ul{list-style:none;padding-left:1rem;margin:.2rem 0}
nav>ul{padding-left:0}
nav>ul>li{margin:.5rem 0}
.narrowed nav{display:none}
article{margin:1.3rem 0;padding-left:1rem;border-left:2px solid var(--rule);break-inside:avoid}
article[hidden],section[hidden]{display:none}
blockquote{margin:0;font-size:1.08rem;white-space:pre-line;overflow-wrap:anywhere}
.by{margin-top:.3rem;font-weight:600;font-size:.9rem;color:var(--quiet)}
.lead{margin:0 0 .5rem}
.around{margin:.4rem 0;font-size:.88rem;white-space:pre-line}
.note{margin:.3rem 0 0;font-size:.88rem}
.sources ul{list-style:none;padding:0}
@media print{
:root{--paper:#fff;--ink:#000;--quiet:#444;--rule:#aaa;--mark:#000}
body{max-width:none;padding:0;font-size:11pt}
form{display:none!important}
.mark{position:fixed;top:0;left:0;right:0;margin:0;color:#000;background:#fff;border-bottom:1pt solid #000}
.mark~header{margin-top:2.5rem}
h2,h3{break-after:avoid}
a{text-decoration:none}
@page{margin:20mm}
}
`;
