import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import '@numberkit/example-express/app.css';

export const metadata: Metadata = { title: 'Acme Receptionist' };

export default function Layout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body>{children}</body>
    </html>
  );
}
