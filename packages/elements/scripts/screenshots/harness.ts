import { defineElements } from '../../src/define.ts';
import { type Beginning, beginnings } from '../../test/scenes/index.ts';

declare global {
  interface Window {
    mount: (beginning: Beginning) => void;
  }
}

defineElements();
window.mount = (beginning) => {
  const element = document.createElement('phone-setup');
  element.fetch = beginnings[beginning]().fetch;
  document.querySelector('main')?.replaceChildren(element);
};
