import { createRoot } from 'react-dom/client';
import { App } from './app/App.tsx';
import { applyAppearance, readAppearance } from './app/appearance.ts';
import { fetchScreen } from './app/places.ts';
import { routeNow } from './app/route.ts';
import { ClientProvider } from './client/context.tsx';
import { httpClient } from './client/http.ts';
import { ipcClient } from './client/ipc.ts';
import { watchLongActs } from './client/longActs.ts';
import { watchSaving } from './client/saving.ts';
import './ui/tokens.css';
import './ui/base.css';

applyAppearance(readAppearance());
fetchScreen(routeNow().place);
const client = watchSaving(watchLongActs(window.ninefold ? ipcClient(window.ninefold) : httpClient()));
const root = document.getElementById('root');
if (!root) throw new Error('The page has no root.');
createRoot(root).render(
  <ClientProvider client={client}>
    <App />
  </ClientProvider>,
);
