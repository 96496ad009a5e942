/** What runs in the saved page. Plain, because it is read as text: its hash stands in the page's policy. Without it the page shows every quote. */
export const quotesScript = `'use strict';
(() => {
  const form = document.getElementById('filters');
  const search = document.getElementById('search');
  const count = document.getElementById('count');
  const none = document.getElementById('none');
  const fold = text => text.normalize('NFD').replace(/\\p{M}/gu, '').replace(/[\\u2018\\u2019]/g, "'").toLowerCase();
  const quotes = [...document.querySelectorAll('article')].map(article => ({ article, data: article.dataset, words: fold(article.textContent) }));
  const sections = [...document.querySelectorAll('section.theme'), ...document.querySelectorAll('section.outcome')];
  const selects = ['group', 'phase', 'theme'].flatMap(id => document.getElementById(id) ?? []);
  const plural = n => n.toLocaleString('en-GB') + (n === 1 ? ' quote' : ' quotes');
  const every = new Set(quotes.map(quote => quote.data.id)).size;
  const show = () => {
    const words = fold(search.value).split(/\\s+/).filter(Boolean);
    const narrowed = words.length > 0 || selects.some(select => select.value !== '');
    const shown = new Set();
    for (const { article, data, words: all } of quotes) {
      const fits = words.every(word => all.includes(word)) && selects.every(select => select.value === '' || data[select.id] === select.value);
      article.hidden = !fits;
      if (fits) shown.add(data.id);
    }
    for (const section of sections) section.hidden = narrowed && !section.querySelector('article:not([hidden])');
    document.body.classList.toggle('narrowed', narrowed);
    none.hidden = !narrowed || shown.size > 0;
    count.textContent = narrowed ? plural(shown.size) + ' of ' + every.toLocaleString('en-GB') : plural(every);
  };
  form.addEventListener('input', show);
  form.addEventListener('submit', event => event.preventDefault());
  form.addEventListener('reset', () => setTimeout(show));
  form.hidden = false;
  show();
})();
`;
