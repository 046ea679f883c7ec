import type { JsonObject, JsonValue } from '../../model/index.ts';
import { type Context, type Detection, type Detector, says } from './detector.ts';

const PATH_WORDS = new Set(
  `geo location position coordinates coords gps lat lng lon latitude longitude point place latlng latlong geolocation
  standort ubicacion localisation localizacao localizacion posizione sijainti posisjon locatie lokalizacja`.split(
    /\s+/,
  ),
);
const NUMBER = '[-+]?\\d{1,3}(?:\\.\\d{1,15})?';
const PAIR = new RegExp(`^\\(?(${NUMBER})\\s*[,;]\\s*(${NUMBER})\\)?$`);
const POINT = new RegExp(`^(?:SRID=\\d+;)?POINT\\s*Z?\\s*\\((${NUMBER})\\s+(${NUMBER})`, 'i');
const GEO_URI = new RegExp(`^geo:(${NUMBER}),(${NUMBER})`, 'i');
const ISO_6709 = /^([-+]\d{2}(?:\.\d+)?)([-+]\d{3}(?:\.\d+)?)(?:[-+]\d+(?:\.\d+)?)?(?:CRS\w+)?\/$/;
const DEGREES =
  /^\d{1,2}(?:\.\d{1,15})?° ?[NS][,\s]+\d{1,3}(?:\.\d{1,15})?° ?[EW]$|^\d{1,2}°\s?\d{1,2}[′'].{0,12}[NS][,\s]+\d{1,3}°\s?\d{1,2}[′'].{0,12}[EW]$/;

const FOUND: Detection = {
  concept: 'location',
  confidence: 0.95,
  because: 'the value is a pair of coordinates',
};

/** Coordinates: as a pair, well-known text, a geo URI (RFC 5870), ISO 6709, or degrees. */
export const place: Detector = (text, context) => {
  if (text.length > 120) return undefined;
  const [, longitude, latitude] = POINT.exec(text) ?? [];
  if (inRange(latitude, longitude)) return FOUND;
  const [, north, east] = GEO_URI.exec(text) ?? ISO_6709.exec(text) ?? [];
  if (inRange(north, east) || DEGREES.test(text)) return FOUND;
  const [, first, second] = PAIR.exec(text) ?? [];
  if (context.vetoed || !inRange(first, second)) return undefined;
  const precise = decimals(first) >= 4 && decimals(second) >= 4;
  return precise || (says(context, PATH_WORDS) && decimals(first) >= 1) ? FOUND : undefined;
};

function decimals(number: string | undefined): number {
  return number?.split('.')[1]?.length ?? 0;
}

function inRange(latitude: string | undefined, longitude: string | undefined): boolean {
  if (latitude === undefined || longitude === undefined) return false;
  return Math.abs(Number(latitude)) <= 90 && Math.abs(Number(longitude)) <= 180;
}

/** Coordinates as two numbers in an array, in either order, where the path speaks of places. */
export function placeOf(array: readonly JsonValue[], context: Context): Detection | undefined {
  const [first, second] = array;
  if (array.length !== 2 || typeof first !== 'number' || typeof second !== 'number') return undefined;
  const found = place(`${first},${second}`, context) ?? place(`${second},${first}`, context);
  return says(context, PATH_WORDS) ? found : undefined;
}

const LATITUDES = ['lat', 'latitude'];
const LONGITUDES = ['lng', 'lon', 'long', 'longitude'];

/** Coordinates as members of an object, or as a GeoJSON point (RFC 7946 section 3.1.2). */
export function placeIn(object: JsonObject): Detection | undefined {
  const numeric = (names: readonly string[]): boolean =>
    names.some(
      (name) => Object.hasOwn(object, name) && Number.isFinite(Number(object[name])) && object[name] !== null,
    );
  if (numeric(LATITUDES) && numeric(LONGITUDES)) return FOUND;
  const { type, coordinates } = object;
  if (type !== 'Point' || !Array.isArray(coordinates)) return undefined;
  return coordinates.length >= 2 && coordinates.every((one) => typeof one === 'number') ? FOUND : undefined;
}
