'use client';

import { useEffect } from 'react';

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'phone-setup': { 'api-base'?: string; 'call-url'?: string; lang?: string };
    }
  }
}

/**
 * The server sends the bare tag, which the page's CSS gives its room; the browser defines the element after
 * hydration, so that React finds the page as the server sent it.
 */
export function PhoneSetup({ callUrl = 'tel:' }: { callUrl?: string | undefined }) {
  useEffect(() => {
    void import('@numberkit/elements/define');
  }, []);
  return <phone-setup call-url={callUrl} />;
}
