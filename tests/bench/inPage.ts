/** What is measured inside the page. Painted is the first task after the frame that follows what was waited for: the frame has been drawn by then. */
export type Probe = {
  /** Milliseconds between frames while nothing happens. */
  frames(count: number): Promise<readonly number[]>;
  /** Waits until a transcript of so many turns is on the page, with stripes if `coded`. */
  painted(turns: number, coded: boolean): Promise<number>;
  open(source: string, turns: number): Promise<number>;
  /** Selects some words of a turn, in the middle of the window; from then on the next key is timed. */
  select(turn: number): Promise<void>;
  /** From the key that followed `select` until the coding it made is painted. */
  key(): Promise<number>;
  scroll(frames: number): Promise<readonly number[]>;
  /** From a change of the address, or a press on what `press` finds, until every selector has its number of elements on the page and all is painted. */
  show(
    by: { readonly hash: string } | { readonly press: string },
    wanted: Readonly<Record<string, number>>,
  ): Promise<number>;
  /** Notes the milliseconds between frames from now on; `watched` stops and gives them. */
  watch(): void;
  watched(): Promise<readonly number[]>;
};

/** Runs in the page before its own scripts. Holds all it needs, since it is carried over as text. */
export function measureIn(): void {
  const frame = () => new Promise<number>(resolve => requestAnimationFrame(resolve));
  const shown = async () => {
    await frame();
    await new Promise<void>(resolve => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve();
      port2.postMessage(null);
    });
    return performance.now();
  };
  const mostWait = 30_000;
  const until = (holds: () => boolean) =>
    new Promise<void>((resolve, reject) => {
      if (holds()) return resolve();
      const late = setTimeout(() => {
        watch.disconnect();
        reject(new Error(`not on the page after ${mostWait} ms: ${holds}`));
      }, mostWait);
      const watch = new MutationObserver(() => {
        if (!holds()) return;
        watch.disconnect();
        clearTimeout(late);
        resolve();
      });
      watch.observe(document, { childList: true, subtree: true, attributes: true });
    });
  const page = () => document.querySelector<HTMLElement>('[data-transcript]');
  const stripes = () =>
    new Set([...document.querySelectorAll('[data-coding]')].map(one => one.getAttribute('data-coding')));
  /** From the next key until a stripe that is not there yet is painted. */
  const nextKey = async () => {
    const before = stripes();
    const began = await new Promise<number>(resolve =>
      addEventListener('keydown', event => resolve(event.timeStamp), { once: true, capture: true }),
    );
    await until(() => [...stripes()].some(id => !before.has(id)));
    return (await shown()) - began;
  };
  let armed: Promise<number> = Promise.reject(new Error('nothing was selected'));
  armed.catch(() => undefined);
  let watching = false;
  let watches: Promise<readonly number[]> = Promise.resolve([]);
  const probe: Probe = {
    frames: async count => {
      const taken: number[] = [];
      let last = await frame();
      for (let n = 0; n < count; n++) {
        const now = await frame();
        taken.push(now - last);
        last = now;
      }
      return taken;
    },
    painted: async (turns, coded) => {
      await until(() => page()?.children.length === turns && (!coded || stripes().size > 0));
      return shown();
    },
    open: async (source, turns) => {
      const began = performance.now();
      location.hash = `#/code/${source}`;
      return (await probe.painted(turns, true)) - began;
    },
    select: async turn => {
      const root = page();
      const chosen = root?.children[turn];
      if (!root || !chosen) throw new Error(`there is no turn ${turn}`);
      chosen.scrollIntoView({ block: 'center' });
      await shown();
      const texts = document.createTreeWalker(chosen, NodeFilter.SHOW_TEXT);
      let longest: Text | null = null;
      for (let node = texts.nextNode(); node; node = texts.nextNode())
        if (node instanceof Text && node.length > (longest?.length ?? 0)) longest = node;
      if (!longest) throw new Error('the turn holds no words');
      root.focus({ preventScroll: true });
      const from = longest.data.indexOf(' ', 4) + 1;
      getSelection()?.setBaseAndExtent(longest, from, longest, longest.data.indexOf(' ', from + 20));
      await shown();
      armed = nextKey();
    },
    key: () => armed,
    scroll: async count => {
      let scroller: HTMLElement | null = page();
      while (
        scroller &&
        !(
          scroller.scrollHeight > scroller.clientHeight + 50 && /auto|scroll/.test(getComputedStyle(scroller).overflowY)
        )
      )
        scroller = scroller.parentElement;
      if (!scroller) throw new Error('nothing scrolls');
      scroller.scrollTop = 0;
      const taken: number[] = [];
      let last = await shown().then(frame);
      for (let n = 0; n < count; n++) {
        scroller.scrollTop += 300;
        const now = await frame();
        taken.push(now - last);
        last = now;
      }
      return taken;
    },
    show: async (by, wanted) => {
      const there = () =>
        Object.entries(wanted).every(([selector, least]) => document.querySelectorAll(selector).length >= least);
      const began = performance.now();
      if ('hash' in by) location.hash = by.hash;
      else document.querySelector<HTMLElement>(by.press)?.click();
      await until(there);
      return (await shown()) - began;
    },
    watch: () => {
      watching = true;
      watches = (async () => {
        const taken: number[] = [];
        let last = await frame();
        while (watching) {
          const now = await frame();
          taken.push(now - last);
          last = now;
        }
        return taken;
      })();
    },
    watched: () => {
      watching = false;
      return watches;
    },
  };
  Object.assign(globalThis, { probe });
}
