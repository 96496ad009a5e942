export { decodeWire, encodeWire } from '../../shared/api/wire.ts';
