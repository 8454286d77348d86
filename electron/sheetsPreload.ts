/** Gives the hidden page that lays out sheets its one port to the program; that page has nothing else. */
import { ipcRenderer } from 'electron';
import { SHEETS_PORT } from './desktop/sheetOrder.ts';

ipcRenderer.on(SHEETS_PORT, (event) => window.postMessage(SHEETS_PORT, '*', [...event.ports]));
