const money = (micros, currency) =>
  new Intl.NumberFormat('en-US', {
    style: 'currency',
    currency,
    minimumFractionDigits: 2,
    maximumFractionDigits: 4,
  }).format(micros / 1_000_000);

function row(cells, tag = 'td') {
  const line = document.createElement('tr');
  line.append(
    ...cells.map((content) => {
      const cell = document.createElement(tag);
      cell.append(content);
      return cell;
    }),
  );
  return line;
}

function what({ description, tag }) {
  const text = document.createElement('span');
  text.textContent = description;
  if (tag) {
    const small = document.createElement('small');
    small.textContent = tag;
    text.append(small);
  }
  return text;
}

/** The bill as a table, newest first. */
export function showBill(panel, { entries, total }) {
  if (entries.length === 0) {
    const empty = document.createElement('p');
    empty.className = 'empty';
    empty.textContent = 'Nothing charged yet. Numbers and answered calls appear here.';
    panel.replaceChildren(empty);
    return;
  }
  const table = document.createElement('table');
  const head = document.createElement('thead');
  head.append(row(['When', 'What', 'Price'], 'th'));
  const body = document.createElement('tbody');
  for (const entry of [...entries].reverse()) {
    const time = new Date(entry.at).toLocaleTimeString();
    body.append(row([time, what(entry), money(entry.amountMicros, entry.currency)]));
  }
  const foot = document.createElement('tfoot');
  foot.append(row(['Total', '', money(total.amountMicros, total.currency)]));
  table.append(head, body, foot);
  panel.replaceChildren(table);
}

export { money };
