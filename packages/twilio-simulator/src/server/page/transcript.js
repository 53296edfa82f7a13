const people = { agent: 'Agent', caller: 'You', twilio: 'Twilio' };

/** The bubbles of one call. An entry that grows keeps its bubble. */
export function createTranscript(list) {
  let bubbles = new Map();
  let speakers = people;

  const scroll = () => {
    list.scrollTop = list.scrollHeight;
  };
  list.tabIndex = 0;
  // The keypad takes room from the transcript: what was said last stays in sight.
  new ResizeObserver(scroll).observe(list);
  return {
    /** Begins anew; `agent` names whoever is at the other end. */
    clear(agent = people.agent) {
      bubbles = new Map();
      speakers = { ...people, agent };
      list.replaceChildren();
    },
    put({ id, who, text, final, interrupted }) {
      let bubble = bubbles.get(id);
      if (!bubble) {
        bubble = document.createElement('li');
        const speaker = document.createElement('span');
        speaker.className = 'speaker';
        speaker.textContent = speakers[who];
        bubble.append(speaker, document.createTextNode(''));
        bubbles.set(id, bubble);
        list.append(bubble);
      }
      bubble.className = final ? who : `${who} unfinished`;
      bubble.lastChild.data = interrupted ? `${text} (interrupted)` : text;
      scroll();
    },
    /** A line of the network's own, such as "Call ended". */
    note(text) {
      const line = document.createElement('li');
      line.className = 'network';
      line.textContent = text;
      list.append(line);
      scroll();
    },
  };
}
