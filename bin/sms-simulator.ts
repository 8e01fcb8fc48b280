import { simulatedFates, startSimulator } from '../src/delivery/simulator.ts';

const secret = process.env.SMS_GATEWAY_SECRET ?? 'only for trying';
const receiptsTo = process.env.SMS_RECEIPTS_TO ?? 'http://localhost:8610/api/sms-receipts';
const simulator = await startSimulator({ secret, receiptsTo, afterMs: 5_000, port: 8630 });
console.log(`短信网关模拟器 SMS gateway simulator: ${simulator.url}`);
console.log(`回执送到 receipts go to ${receiptsTo}`);
for (const [ending, fate] of Object.entries(simulatedFates)) console.log(`尾号 ${ending}: ${fate}`);
console.log('用法 use: SMS_GATEWAY_URL=… SMS_GATEWAY_SECRET=… npm start');
const stop = () => void simulator.close().then(() => process.exit(0));
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, stop);
