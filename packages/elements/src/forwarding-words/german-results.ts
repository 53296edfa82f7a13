import type { ForwardingLocale } from './forwarding-locale.ts';

/** What tests show, what helps, and what can fail, in German. */
export const germanResults: Pick<ForwardingLocale, 'outcome' | 'remedy' | 'second' | 'failure'> = {
  outcome: {
    'not-forwarded': {
      heading: 'Der Anruf blieb bei Ihrem Telefon',
      body: 'Er kam nicht zu uns, die Weiterleitung ist also noch nicht an. Ihre Nummer funktioniert wie zuvor.',
    },
    'voicemail-answered': {
      heading: 'Die Mailbox nahm den Anruf an',
      body: 'Die Mailbox Ihrer Telefongesellschaft war schneller als wir. Ihre Nummer funktioniert wie zuvor.',
    },
    busy: {
      heading: 'Ihr Anschluss war besetzt',
      body: 'Der Test hat also nichts gezeigt. Ihre Nummer funktioniert wie zuvor.',
    },
    'no-answer': {
      heading: 'Es klingelte, bis wir auflegten',
      body: 'Der Anruf wurde nicht rechtzeitig weitergeleitet. Ihre Nummer funktioniert wie zuvor.',
    },
    loop: {
      heading: 'Der Anruf lief im Kreis',
      body: 'Anrufe, die Ihr Anschluss weiterleitet, kommen zu ihm zurück. Anrufer hören vielleicht ein Besetztzeichen.',
    },
    blocked: {
      heading: 'Unser Anruf wurde abgelehnt',
      body: 'Eine Anrufsperre, Ihre Telefongesellschaft oder unsere ließ ihn nicht durch. Ihre Nummer funktioniert wie zuvor.',
    },
    unclear: {
      heading: 'Dieser Test gab keine Antwort',
      body: 'Das Telefonnetz sagte nicht, was aus dem Anruf wurde. Ihre Nummer funktioniert wie zuvor.',
    },
    'still-forwarded': {
      heading: 'Anrufe kommen noch zu Ihrem Assistenten',
      body: 'Die Weiterleitung ist noch nicht aus. Kein Anruf geht verloren: Ihr Assistent nimmt ab.',
    },
    unproved: 'Es ist also noch nicht sicher, dass die Weiterleitung aus ist. Kein Anruf geht verloren.',
  },
  remedy: {
    'next-code': {
      advice: 'Manche Anschlüsse dieser Gesellschaft brauchen einen anderen Weg. Versuchen Sie nun den.',
      action: 'Nächsten Weg zeigen',
    },
    'dial-again': {
      advice: 'Wählen Sie den Code noch einmal und warten Sie auf die Bestätigung.',
      action: 'Code erneut zeigen',
    },
    'turn-off-voicemail': {
      advice:
        'Bitten Sie Ihre Telefongesellschaft, die Mailbox auszuschalten oder länger klingeln zu lassen.',
      action: 'Erneut testen',
    },
    'let-it-ring': {
      advice: 'Testen Sie noch einmal, lassen Sie es klingeln und nehmen Sie nicht ab.',
      action: 'Erneut testen',
    },
    'hang-up': {
      advice: 'Beenden Sie alle Gespräche an diesem Anschluss und testen Sie erneut.',
      action: 'Erneut testen',
    },
    'keep-line-busy': {
      advice: 'Rufen Sie von diesem Anschluss jemanden an und bleiben Sie beim Test im Gespräch.',
      action: 'Ich bin im Gespräch',
    },
    settings: {
      advice: 'Die Einstellungen Ihres Telefons können dasselbe ohne Code.',
      action: 'Einstellungen zeigen',
    },
    'ask-carrier': {
      advice: 'Ihre Telefongesellschaft kann es für Sie einschalten. Wir sagen Ihnen, was Sie sagen.',
      action: 'Zeigen, was ich sage',
    },
    unblock: {
      advice:
        'Schalten Sie Anrufsperren an diesem Anschluss aus und testen Sie erneut. Oder fragen Sie Ihre Telefongesellschaft: Wir sagen Ihnen, wie.',
      action: 'Zeigen, was ich sage',
    },
    'break-loop': {
      advice:
        'Sehen Sie nach, ob Ihr Assistent oder ein anderes Telefon Anrufe an diese Nummer schickt, und ändern Sie das.',
      action: 'Erneut testen',
    },
    'test-again': { advice: 'Ein zweiter Test zeigt oft mehr.', action: 'Erneut testen' },
    'dial-undo': {
      advice: 'Wählen Sie den Code zum Ausschalten noch einmal und warten Sie auf die Bestätigung.',
      action: 'Code erneut zeigen',
    },
  },
  second: { guide: 'Code erneut zeigen', test: 'Erneut testen', ask: 'Telefongesellschaft fragen' },
  failure: {
    start: {
      heading: 'Ihr Code ließ sich nicht vorbereiten',
      body: 'An Ihrem Anschluss hat sich nichts geändert. Ihre Angaben bleiben erhalten.',
      action: 'Erneut versuchen',
    },
    noNumber: {
      heading: 'Zurzeit ist keine Nummer frei',
      body: 'Ihr Assistent braucht dafür eine. An Ihrem Anschluss hat sich nichts geändert.',
      action: 'Erneut versuchen',
    },
    cancel: {
      heading: 'Das Ausschalten hat nicht begonnen',
      body: 'Es hat sich nichts geändert. Anrufe werden weitergeleitet wie zuvor.',
      action: 'Erneut versuchen',
    },
    verify: {
      heading: 'Der Testanruf fand nicht statt',
      body: 'An Ihrem Telefon hat sich nichts geändert. Oft klappt es beim zweiten Mal.',
      action: 'Erneut versuchen',
    },
    tooSoon: {
      heading: 'Einen Moment bis zum nächsten Test',
      body: 'Zwischen Testanrufen lassen wir etwas Zeit, damit Ihr Telefon zur Ruhe kommt.',
      action: 'Erneut testen',
    },
    tooMany: {
      heading: 'Heute gibt es keine Testanrufe mehr',
      body: 'Vielleicht ist die Weiterleitung schon an. Testen Sie morgen wieder oder fragen Sie uns.',
      action: 'Erneut versuchen',
    },
    beingTested: {
      heading: 'Diese Nummer wird gerade getestet',
      body: 'Das dauert höchstens eine Minute. Danach können Sie erneut testen.',
      action: 'Erneut testen',
    },
    follow: {
      heading: 'Wir haben den Testanruf aus den Augen verloren',
      body: 'Er läuft weiter. Nachsehen löst keinen neuen Anruf aus.',
      action: 'Nachsehen',
    },
  },
};
