import { demoTenants } from '@numberkit/example-express/demo-tenants';
import { cookies } from 'next/headers';
import Image from 'next/image';
import { getNumberkit } from '../server/numberkit.ts';
import { readSession } from '../server/session.ts';
import { PhoneSetup } from './phone-setup.tsx';

export default async function Page() {
  const session = readSession(String(await cookies()), getNumberkit().sessions);
  const tenant = demoTenants.find(({ id }) => id === session?.tenantId);
  return tenant ? <Onboarding tenant={tenant} /> : <SignIn />;
}

function SignIn() {
  return (
    <>
      <Header />
      <main id="sign-in">
        <h1>A receptionist that never sleeps</h1>
        <p className="lead">
          Your own phone number, answered day and night. Choose a demo business to sign in.
        </p>
        <div className="tenants">
          {demoTenants.map(({ id, name, place }) => (
            <form key={id} method="post" action={`/sign-in/${id}`}>
              <button type="submit" aria-label={`Sign in as ${name}`}>
                <span>{name}</span>
                <small>{place}</small>
                <span className="go">Sign in →</span>
              </button>
            </form>
          ))}
        </div>
      </main>
    </>
  );
}

function Onboarding({ tenant }: { tenant: { id: string; name: string } }) {
  const phoneUrl = process.env.TWILIO_SIMULATOR_URL;
  return (
    <>
      <Header tenant={tenant} />
      <main id="onboarding">
        <PhoneSetup callUrl={phoneUrl && `${phoneUrl}/?to=`} />
        <aside>
          <h2>What happens next</h2>
          <ol>
            <li>Pick a number your customers will recognise, or keep the one they know.</li>
            <li>It is live at once. Call it and hear your receptionist.</li>
            <li>Put it on your website.</li>
          </ol>
          {phoneUrl && (
            <p className="note">
              This is a demo against a Twilio simulator: nothing is charged.{' '}
              <a href={phoneUrl} target="_blank" rel="noopener">
                Open the simulated phone
              </a>
            </p>
          )}
        </aside>
      </main>
    </>
  );
}

function Header({ tenant }: { tenant?: { id: string; name: string } }) {
  const other = tenant && demoTenants.find(({ id }) => id !== tenant.id);
  return (
    <header>
      <a className="brand" href="/">
        <Image src="/icon.svg" alt="" width={28} height={28} /> Acme Receptionist
      </a>
      {other && (
        <nav>
          <span id="tenant-name">{tenant.name}</span>
          <form method="post" action={`/sign-in/${other.id}`}>
            <button type="submit" className="quiet">
              Switch to {other.name}
            </button>
          </form>
        </nav>
      )}
    </header>
  );
}
