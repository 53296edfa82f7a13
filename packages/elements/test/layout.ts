import type { Mounted } from './mount.ts';

/** Everything of `mounted` that somebody can see, with a word to find it again by. */
function visible({ all }: Mounted): HTMLElement[] {
  return all('*').filter(
    (each) => each.checkVisibility() && each.offsetWidth > 1 && !each.closest('.hidden'),
  );
}

const named = (element: HTMLElement) =>
  `${element.localName}.${element.className} "${(element.textContent ?? '').trim().replace(/\s+/g, ' ').slice(0, 40)}"`;

/** What sticks out of the card at either side. */
export function overflowing(mounted: Mounted): string[] {
  const card = mounted.find('[part=card]').getBoundingClientRect();
  return visible(mounted)
    .filter((each) => {
      const { left, right } = each.getBoundingClientRect();
      return left < card.left - 0.5 || right > card.right + 0.5;
    })
    .map(named);
}

/** Text that is cut off by its own box. */
export function clipped(mounted: Mounted): string[] {
  return visible(mounted)
    .filter((each) => each.localName !== 'input' && getComputedStyle(each).overflow !== 'visible')
    .filter((each) => each.scrollWidth > each.clientWidth + 1 || each.scrollHeight > each.clientHeight + 1)
    .map(named);
}

/** What can be pressed or typed into and is less than 44 px high or wide. */
export function smallTargets(mounted: Mounted): string[] {
  return visible(mounted)
    .filter((each) => each.matches('button, a, label:has(input), .field'))
    .filter(({ offsetHeight, offsetWidth }) => offsetHeight < 44 || offsetWidth < 44)
    .map((each) => `${named(each)} ${each.offsetWidth}x${each.offsetHeight}`);
}

/** The main actions on screen that can be pressed. */
export function primaries(mounted: Mounted): string[] {
  return visible(mounted)
    .filter((each) => each.part.contains('primary') && !each.matches(':disabled'))
    .map(named);
}
