import { css } from 'lit';

/**
 * The public tokens (`--numberkit-*`) with their defaults, as the private names the elements use (`--_*`).
 * Colours follow the used `color-scheme`. Text on the accent is black or white, whichever has more contrast:
 * the `y` of xyz is the luminance WCAG counts with, and at 0.179 both have the same.
 */
export const tokens = css`
  :host {
    --_unit: var(--numberkit-space, 8px);
    --_radius: var(--numberkit-radius, 12px);
    --_radius-small: calc(var(--_radius) * 0.75);
    --_surface: var(--numberkit-color-surface, light-dark(#ffffff, #16181d));
    --_text: var(--numberkit-color-text, light-dark(#14171f, #eef0f4));
    --_muted: var(--numberkit-color-muted, light-dark(#596070, #a5acbb));
    --_border: var(--numberkit-color-border, light-dark(#e2e5eb, #2d313a));
    --_accent: var(--numberkit-color-accent, light-dark(#1d5be0, #8fb0ff));
    --_danger: var(--numberkit-color-danger, light-dark(#b3261e, #ff9488));
    --_success: var(--numberkit-color-success, light-dark(#0a7443, #62d69b));
    --_on-accent: #fff;
    --_accent-text: var(--_accent);
    --_outline: light-dark(#858c9b, #737b8b);
    --_raised: color-mix(in oklab, var(--_text) 3.5%, var(--_surface));
    --_pressed: color-mix(in oklab, var(--_text) 8%, var(--_surface));
    --_tint: color-mix(in oklab, var(--_accent) 8%, var(--_surface));
    --_quick: 160ms;
    display: block;
    color: var(--_text);
    font-family: var(--numberkit-font, inherit);
    line-height: 1.5;
  }

  @supports (color: color(from red xyz-d65 x y z)) {
    :host {
      --_on-accent: color(
        from var(--_accent) xyz-d65 calc(0.9505 * clamp(0, (0.179 - y) * 9999, 1))
          clamp(0, (0.179 - y) * 9999, 1) calc(1.089 * clamp(0, (0.179 - y) * 9999, 1))
      );
      --_accent-text: light-dark(
        oklch(from var(--_accent) min(l, 0.52) c h),
        oklch(from var(--_accent) max(l, 0.76) c h)
      );
    }
  }

  @media (forced-colors: active) {
    :host {
      --_surface: Canvas;
      --_raised: Canvas;
      --_tint: Canvas;
      --_pressed: Canvas;
      --_text: CanvasText;
      --_muted: CanvasText;
      --_border: CanvasText;
      --_outline: CanvasText;
      --_accent: Highlight;
      --_on-accent: HighlightText;
      --_accent-text: CanvasText;
      --_danger: CanvasText;
      --_success: CanvasText;
    }
  }

  @media (prefers-reduced-motion: reduce) {
    :host {
      --_quick: 0ms;
    }
  }
`;
