import type { ForwardingLocale } from './forwarding-locale.ts';
import { germanGuide } from './german-guide.ts';
import { germanResults } from './german-results.ts';

/** German. */
export const germanForwarding: ForwardingLocale = {
  ...germanResults,
  guide: germanGuide,
  line: {
    heading: 'Welche Nummer rufen Ihre Kunden heute an?',
    label: 'Ihre Telefonnummer',
    example: '(510) 555-0199',
    note: 'An Ihrem Anschluss ändert sich noch nichts.',
    checking: 'Die Nummer wird geprüft.',
    slow: 'Die Prüfung dauert noch. Die Verbindung scheint langsam zu sein.',
    problems: {
      empty: 'Geben Sie zuerst Ihre Telefonnummer ein.',
      short: 'Das sieht zu kurz aus. Bitte mit Vorwahl eingeben.',
      unknown: 'Eine solche Nummer kennen wir nicht. Bitte prüfen Sie die Ziffern.',
      'not-allowed':
        'Diese Nummer lässt sich nicht weiterleiten. Mit einer gewöhnlichen Mobil- oder Festnetznummer geht es.',
      ours: 'Diese Nummer haben Sie von uns. Geben Sie die ein, die Ihre Kunden heute anrufen.',
      'too-often': 'Sie haben heute viele Nummern geprüft. Bitte morgen weitermachen oder uns fragen.',
      unreachable: 'Die Nummer ließ sich nicht prüfen. Bitte erneut versuchen.',
    },
  },
  carrier: {
    heading: 'Wer ist Ihre Telefongesellschaft?',
    find: 'Telefongesellschaft finden',
    findExample: 'Namen eingeben',
    suggested: 'Vorschlag',
    more: 'Alle Telefongesellschaften anzeigen',
    none: 'Keine Telefongesellschaft mit diesem Namen. „Ich weiß es nicht“ passt für alle.',
    found: (count) =>
      count === 1 ? 'Eine Telefongesellschaft gefunden.' : `${count} Telefongesellschaften gefunden.`,
    unsure: {
      title: 'Ich weiß es nicht',
      detail:
        'Sie erhalten den Code, den die meisten Netze verstehen. Unser Testanruf zeigt, ob es bei Ihnen klappt.',
    },
    kind: 'Was für ein Anschluss ist es?',
    kinds: { mobile: 'Mobiltelefon', landline: 'Festnetz oder Tischtelefon', app: 'App oder Online-Dienst' },
    yourNumber: 'Ihre Nummer',
    where: 'Der Name steht auf Ihrer Telefonrechnung und beim Mobiltelefon oben auf dem Bildschirm.',
  },
  when: {
    heading: 'Wann soll Ihr Assistent Anrufe bekommen?',
    recommended: 'Empfohlen',
    note: 'Das können Sie jederzeit ändern.',
    aside: 'Was sich für Sie ändert',
    undo: 'Nummer, Telefon und Vertrag bleiben, wie sie sind. Ein kurzer Code schaltet es wieder aus.',
    unanswered: {
      title: 'Wenn ich nicht abnehme',
      detail:
        'Ihr Telefon klingelt zuerst. Wir übernehmen, wenn besetzt ist, niemand abnimmt oder kein Netz da ist.',
    },
    all: { title: 'Immer', detail: 'Ihr Assistent nimmt jeden Anruf an. Ihr Telefon klingelt nicht.' },
    'no-answer': { title: 'Nur wenn niemand abnimmt', detail: 'Ihr Telefon klingelt zuerst.' },
    busy: { title: 'Nur wenn besetzt ist', detail: 'Während Sie ein anderes Gespräch führen.' },
    unreachable: { title: 'Nur wenn das Telefon aus ist', detail: 'Oder wenn es kein Netz hat.' },
  },
  starting: {
    heading: 'Ihr Code wird vorbereitet',
    usual: 'Sie erhalten eine Nummer, die Ihr Assistent annimmt. Das dauert wenige Sekunden.',
    slow: 'Die Telefongesellschaft braucht etwas länger. An Ihrem Anschluss hat sich nichts geändert.',
  },
  test: {
    heading: 'Testanruf',
    headingOff: 'Testanruf, ob die Weiterleitung aus ist',
    asking: 'Wird vorbereitet',
    queued: 'Wir warten, bis wir an der Reihe sind',
    calling: 'Ihre Nummer wird angerufen',
    ringing: 'Ihr Telefon klingelt',
    'came-back': 'Der Anruf kam zu uns zurück',
    verified: 'Die Weiterleitung funktioniert',
    stays: 'Der Anruf bleibt bei Ihrem Telefon',
    off: 'Die Weiterleitung ist aus',
    done: 'Erledigt',
    now: 'Läuft',
    todo: 'Was Sie jetzt tun',
    during: {
      unanswered: 'Lassen Sie es klingeln und nehmen Sie nicht ab.',
      all: 'Nichts. Ihr Telefon bleibt vielleicht still.',
      'no-answer': 'Lassen Sie es klingeln und nehmen Sie nicht ab.',
      busy: 'Bleiben Sie in Ihrem Gespräch und nehmen Sie diesen Anruf nicht an.',
      unreachable: 'Lassen Sie Ihr Telefon ausgeschaltet.',
    },
    almost: 'Nichts mehr. Wir gehen nur noch sicher.',
    duringOff: 'Lassen Sie es klingeln, bis es aufhört, und nehmen Sie nicht ab.',
    duringOffAll: 'Ihr Telefon sollte klingeln. Nehmen Sie ab oder lassen Sie es klingeln.',
    usual: 'Das dauert höchstens eine Minute.',
    slow: 'Telefone klingeln eine halbe Minute, bevor sie einen Anruf weiterleiten.',
    long: 'Sie müssen nicht zusehen. Das Ergebnis ist hier, wenn Sie wiederkommen.',
    left: (seconds) => `Noch etwa ${seconds} Sekunden`,
  },
  on: {
    heading: 'Die Weiterleitung funktioniert',
    means: {
      unanswered: 'Wenn Sie nicht abnehmen, nimmt Ihr Assistent ab. Ein Testanruf hat es gezeigt.',
      all: 'Ihr Assistent nimmt jeden Anruf auf diese Nummer an. Ein Testanruf hat es gezeigt.',
      'no-answer': 'Wenn niemand abnimmt, nimmt Ihr Assistent ab. Ein Testanruf hat es gezeigt.',
      busy: 'Wenn besetzt ist, nimmt Ihr Assistent ab. Ein Testanruf hat es gezeigt.',
      unreachable: 'Wenn Ihr Telefon aus ist, nimmt Ihr Assistent ab. Ein Testanruf hat es gezeigt.',
    },
    number: 'Anrufe kommen an auf',
    next: 'Wie es weitergeht',
    steps: [
      'Kunden rufen weiter die Nummer an, die sie kennen.',
      'Wir prüfen ab und zu mit einem Anruf, ob es noch geht.',
      'Sie hören von uns, falls es einmal aufhört.',
    ],
    undo: 'So machen Sie es rückgängig',
    undoCode: (shown) =>
      `Wählen Sie ${shown} auf Ihrem Telefon. Wir zeigen es und weisen nach, dass es aus ist.`,
    undoOther: 'Wir zeigen es und weisen nach, dass es aus ist.',
    stop: 'Weiterleitung beenden',
    done: 'Meine Nummer zeigen',
    port: 'Rufnummer stattdessen hierher mitnehmen',
  },
  broken: {
    heading: 'Die Weiterleitung geht nicht mehr',
    causes: {
      'turned-off':
        'Ihr Telefon klingelt, aber Anrufe werden nicht weitergeleitet. Ein Update oder eine neue SIM-Karte kann das bewirken.',
      'voicemail-first':
        'Die Mailbox Ihrer Telefongesellschaft nimmt Anrufe an, bevor sie zu uns kommen können.',
      refused: 'Unsere Testanrufe bei Ihrer Nummer werden abgelehnt.',
      loop: 'Anrufe laufen im Kreis: Etwas schickt sie zu Ihrer Nummer zurück.',
    },
    means: 'Ihre Nummer funktioniert, aber Ihr Assistent bekommt die Anrufe nicht.',
    action: 'Wieder einschalten',
    second: 'Erneut testen',
    since: (date) => `Bemerkt am ${date}`,
  },
  off: {
    heading: 'Die Weiterleitung ist aus',
    body: (display) =>
      `Wir haben ${display} angerufen, und der Anruf blieb bei Ihrem Telefon. Alles geht wie zuvor.`,
    kept: (display) => `${display} gehört weiter Ihnen und ist erreichbar.`,
    done: 'Meine Nummer zeigen',
    again: 'Wieder weiterleiten',
  },
  note: {
    on: (display) => `Anrufe an ${display} werden hierher weitergeleitet.`,
    pending: (display) => `Die Weiterleitung von ${display} ist noch nicht fertig.`,
    broken: (display) => `Die Weiterleitung von ${display} geht nicht mehr.`,
    cancelling: (display) => `Die Weiterleitung von ${display} wird ausgeschaltet.`,
    manage: 'Verwalten',
    resume: 'Weiter',
  },
};
