/** Gives the window its engine port and the native services, under names and through this file only. */
import { contextBridge, ipcRenderer } from 'electron';
import {
  type DesktopBridge,
  type DesktopCommand,
  type DesktopLanguage,
  ENGINE_PORT,
  type PrintProgress,
  type ZoomStep,
} from './desktop/bridge.ts';

const bridge: DesktopBridge = {
  initial: ipcRenderer.sendSync('desktop:initial'),
  appInfo: () => ipcRenderer.invoke('desktop:appInfo'),
  saveFile: (file) => ipcRenderer.invoke('desktop:saveFile', file),
  openFile: (purpose) => ipcRenderer.invoke('desktop:openFile', purpose),
  openWritten: (path) => ipcRenderer.invoke('desktop:openWritten', path),
  printers: () => ipcRenderer.invoke('desktop:printers'),
  printPaper: (paper) => ipcRenderer.invoke('desktop:printPaper', paper),
  stopPrinting: () => ipcRenderer.invoke('desktop:stopPrinting'),
  onPrintProgress: (listener) => listen('desktop:printProgress', (progress) => listener(progress as PrintProgress)),
  setLanguage: (language) => ipcRenderer.invoke('desktop:setLanguage', language),
  setZoom: (zoom) => ipcRenderer.invoke('desktop:setZoom', zoom),
  onScreenLocked: (listener) => listen('desktop:screenLocked', () => listener()),
  onCommand: (listener) => listen('desktop:command', (command) => listener(command as DesktopCommand)),
  onLanguage: (listener) => listen('desktop:language', (language) => listener(language as DesktopLanguage)),
  onZoom: (listener) => listen('desktop:zoom', (zoom) => listener(zoom as ZoomStep)),
};

/** The page never gets the event itself, whose sender would be a way around this list. */
function listen(channel: string, listener: (value: unknown) => void): () => void {
  const wrapped = (_event: unknown, value: unknown) => listener(value);
  ipcRenderer.on(channel, wrapped);
  return () => {
    ipcRenderer.off(channel, wrapped);
  };
}

contextBridge.exposeInMainWorld('desktop', bridge);

window.addEventListener('message', (event) => {
  if (event.source === window && event.data === ENGINE_PORT && event.ports.length === 0) ipcRenderer.send(ENGINE_PORT);
});
ipcRenderer.on(ENGINE_PORT, (event) => window.postMessage(ENGINE_PORT, '*', [...event.ports]));
