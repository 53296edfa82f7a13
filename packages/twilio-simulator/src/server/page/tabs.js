/** Tabs by arrow keys, one in the tab order. */
export function wireTabs(tabs) {
  const select = (tab) => {
    for (const other of tabs) {
      other.setAttribute('aria-selected', String(other === tab));
      other.tabIndex = other === tab ? 0 : -1;
      document.getElementById(other.getAttribute('aria-controls')).hidden = other !== tab;
    }
  };
  tabs.forEach((tab, index) => {
    // Panels scroll: the keyboard must reach them.
    document.getElementById(tab.getAttribute('aria-controls')).tabIndex = 0;
    tab.addEventListener('click', () => select(tab));
    tab.addEventListener('keydown', (event) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (!step) return;
      const next = tabs[(index + step + tabs.length) % tabs.length];
      select(next);
      next.focus();
    });
  });
}
