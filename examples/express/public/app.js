const byId = (id) => document.getElementById(id);
const { tenant, demoTenants, phoneUrl } = await (await fetch('/me')).json();

if (tenant) {
  const other = demoTenants.find(({ id }) => id !== tenant.id);
  byId('tenant-name').textContent = tenant.name;
  byId('switch').action = `/sign-in/${other.id}`;
  byId('switch').querySelector('button').textContent = `Switch to ${other.name}`;
  byId('account').hidden = false;
  byId('onboarding').hidden = false;
} else {
  byId('tenants').append(...demoTenants.map(signInButton));
  byId('sign-in').hidden = false;
}
if (phoneUrl) {
  byId('phone').href = phoneUrl;
  document.querySelector('phone-setup').callUrl = `${phoneUrl}/?to=`;
} else byId('phone').parentElement.hidden = true;

function signInButton({ id, name, place }) {
  const form = make('form', { method: 'post', action: `/sign-in/${id}` });
  const button = make('button', { ariaLabel: `Sign in as ${name}` });
  button.append(
    make('span', { textContent: name }),
    make('small', { textContent: place }),
    make('span', { className: 'go', textContent: 'Sign in →' }),
  );
  form.append(button);
  return form;
}

function make(tag, properties) {
  return Object.assign(document.createElement(tag), properties);
}
