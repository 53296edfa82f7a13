import type { Numberkit } from 'numberkit';

/** The two customers of this little SaaS. If the agent fails, the first one's own phone rings; the other has voicemail. */
const tenants = [
  {
    id: 'brightsmile',
    name: 'Bright Smile Dental',
    location: { locality: 'Oakland', region: 'CA' },
    recoveryPhone: '+15105550123',
    greeting: 'Thanks for calling Bright Smile Dental in Oakland. How can I help you today?',
    facts: {
      'hours open close when':
        'We are open Monday to Friday from eight in the morning to five in the afternoon.',
      'address where located': 'We are at 1420 Broadway in Oakland, across from the 12th Street station.',
      'appointment book visit': 'I can book you in. The next free appointment is tomorrow at ten.',
      'insurance cover': 'We take Delta Dental, Cigna and Aetna.',
    },
  },
  {
    id: 'petespizza',
    name: 'Pete’s Pizza',
    location: { locality: 'Brooklyn', region: 'NY' },
    greeting: 'Pete’s Pizza in Brooklyn, hello! Would you like to order, or ask something?',
    facts: {
      'hours open close when': 'We bake every day from eleven in the morning until midnight.',
      'address where located': 'You find us at 88 Bedford Avenue in Brooklyn.',
      'delivery deliver bring': 'We deliver within two miles, usually in half an hour.',
      'menu pizza order': 'The favourites are margherita, pepperoni and the white pie with ricotta.',
    },
  },
];

export const demoTenants = tenants.map(({ id, name, location: { locality, region } }) => {
  return { id, name, place: `${locality}, ${region}` };
});

/** Tells numberkit what answers each tenant's calls. Safe to repeat at every start. */
export async function seedTenants(numberkit: Numberkit, agentUrl: string): Promise<void> {
  for (const { greeting, facts, ...tenant } of tenants) {
    const agent = { kind: 'conversation-relay', url: agentUrl, greeting } as const;
    await numberkit.tenants.put({ ...tenant, agent, traits: { facts } });
  }
}
