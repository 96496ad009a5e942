/** What runs in the saved page. Plain, because it is read as text: its hash stands in the page's policy. */
export const mapScript = `'use strict';
(() => {
  const svg = document.getElementById('picture');
  const canvas = document.getElementById('canvas');
  const panel = document.getElementById('panel');
  const themes = new Map(JSON.parse(document.getElementById('themes').textContent).map(theme => [theme.id, theme]));
  const parts = [...document.querySelectorAll('[data-role]')];
  let view = { k: 1, x: 0, y: 0 };
  const show = () => canvas.setAttribute('transform', 'translate(' + view.x + ' ' + view.y + ') scale(' + view.k + ')');
  const scale = (factor, px, py) => {
    const k = Math.min(8, Math.max(0.3, view.k * factor));
    const by = k / view.k;
    view = { k, x: px - (px - view.x) * by, y: py - (py - view.y) * by };
    show();
  };
  const pointAt = event => {
    const point = new DOMPoint(event.clientX, event.clientY).matrixTransform(svg.getScreenCTM().inverse());
    return [point.x, point.y];
  };
  const box = svg.viewBox.baseVal;
  for (const button of document.querySelectorAll('[data-zoom]')) {
    button.addEventListener('click', () => {
      const factor = Number(button.dataset.zoom);
      if (factor > 0) scale(factor, box.width / 2, box.height / 2);
      else { view = { k: 1, x: 0, y: 0 }; show(); }
    });
  }
  svg.addEventListener('wheel', event => {
    event.preventDefault();
    scale(event.deltaY < 0 ? 1.1 : 1 / 1.1, ...pointAt(event));
  }, { passive: false });
  let from = null;
  svg.addEventListener('pointerdown', event => { from = { at: pointAt(event), x: view.x, y: view.y }; });
  addEventListener('pointermove', event => {
    if (!from || event.buttons === 0) return;
    const [x, y] = pointAt(event);
    view = { k: view.k, x: from.x + x - from.at[0], y: from.y + y - from.at[1] };
    show();
  });
  addEventListener('pointerup', () => { from = null; });
  const ends = part => (part.dataset.ends ? part.dataset.ends.split('\\n') : []);
  const light = id => {
    const near = new Set([id]);
    for (const part of parts) if (id !== null && ends(part).includes(id)) for (const end of ends(part)) near.add(end);
    for (const part of parts) {
      const own = ends(part).length > 0 ? ends(part).includes(id) || part.dataset.id === id : near.has(part.dataset.id);
      part.classList.toggle('dim', id !== null && !own);
    }
  };
  const add = (into, name, words, look) => {
    const element = document.createElement(name);
    element.textContent = words;
    if (look) element.className = look;
    into.append(element);
    return element;
  };
  let opener = null;
  const open = (id, part) => {
    const theme = themes.get(id);
    if (!theme) return;
    opener = part;
    panel.replaceChildren();
    add(panel, 'button', 'Close').addEventListener('click', close);
    add(panel, 'h2', theme.name);
    add(panel, 'p', theme.extracts + ' extracts from ' + theme.sources + ' sources; ' + theme.status, 'quiet');
    if (theme.outcomes.length > 0) add(panel, 'p', 'Outcomes: ' + theme.outcomes.join('; '), 'quiet');
    if (theme.concept) add(panel, 'p', theme.concept, 'concept');
    if (theme.codes.length > 0) add(panel, 'p', 'Codes: ' + theme.codes.join(', '), 'quiet');
    for (const quote of theme.quotes) {
      const block = add(panel, 'blockquote', '');
      add(block, 'p', quote.text);
      add(block, 'p', quote.attribution, 'quiet');
    }
    if (theme.total === 0) add(panel, 'p', 'No quote.', 'quiet');
    else if (theme.total > theme.quotes.length) add(panel, 'p', theme.quotes.length + ' of ' + theme.total + ' quotes shown', 'quiet');
    panel.hidden = false;
    panel.querySelector('button').focus();
  };
  const close = () => {
    panel.hidden = true;
    if (opener) opener.focus();
  };
  for (const part of parts) {
    const id = part.dataset.id;
    if (part.dataset.role === 'ribbon' || part.dataset.role === 'relation') continue;
    part.addEventListener('pointerenter', () => light(id));
    part.addEventListener('pointerleave', () => light(null));
    if (part.dataset.role !== 'theme') continue;
    part.addEventListener('focus', () => light(id));
    part.addEventListener('blur', () => light(null));
    part.addEventListener('click', () => open(id, part));
    part.addEventListener('keydown', event => {
      if (event.key !== 'Enter' && event.key !== ' ') return;
      event.preventDefault();
      open(id, part);
    });
  }
  addEventListener('keydown', event => {
    if (event.key === 'Escape' && !panel.hidden) close();
  });
})();
`;
