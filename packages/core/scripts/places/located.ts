/** Cities that the postal codes do not name, or name by their quarters; by hand, degrees rounded to two digits. */
const table: Readonly<Record<string, readonly [number, number]>> = {
  'Beavercreek, OH': [39.71, -84.06],
  'Chesterfield, MI': [42.66, -82.84],
  'Clinton Twp, MI': [42.59, -82.92],
  'Des Moines, WA': [47.4, -122.32],
  'Doral, FL': [25.82, -80.36],
  'Eagan, MN': [44.8, -93.17],
  'Ewing Township, NJ': [40.27, -74.8],
  'Farmington Hills, MI': [42.5, -83.38],
  'Flint Township, MI': [43.01, -83.75],
  'Hallandale Beach, FL': [25.98, -80.15],
  'Highlands Ranch, CO': [39.54, -104.97],
  'Houston, TX': [29.76, -95.37],
  'Kalamazoo, MI': [42.29, -85.59],
  'Lakewood, CO': [39.7, -105.08],
  'Maple Grove, MN': [45.07, -93.46],
  'Montreal, QC': [45.5, -73.57],
  'Moore, OK': [35.34, -97.49],
  'North Miami, FL': [25.89, -80.19],
  'Raytown, MO': [39.01, -94.46],
  'Rochester Hills, MI': [42.66, -83.15],
  'Shoreline, WA': [47.76, -122.34],
  'Spokane Valley, WA': [47.67, -117.24],
  'Sunrise, FL': [26.17, -80.26],
  'Tamarac, FL': [26.21, -80.25],
  'Toronto, ON': [43.65, -79.38],
  'Weston, FL': [26.1, -80.4],
  'Whistler, BC': [50.12, -122.95],
};

/** City (`Doral, FL`) → where it is. */
export const located: ReadonlyMap<string, { readonly latitude: number; readonly longitude: number }> =
  new Map(Object.entries(table).map(([city, [latitude, longitude]]) => [city, { latitude, longitude }]));
