/** Size of everything on the screen: the desktop's own zoom, or the root's in a browser. */

import { useSyncExternalStore } from 'react';
import { ZOOM_STEPS, type ZoomStep } from '../electron/desktop/bridge.ts';

const STORED = 'zoom';
const listeners = new Set<() => void>();
let current: ZoomStep = window.desktop?.initial.zoom ?? storedZoom();
if (window.desktop) window.desktop.onZoom(take);
else apply(current);

function storedZoom(): ZoomStep {
  return ZOOM_STEPS.find((step) => String(step) === localStorage.getItem(STORED)) ?? 100;
}

function apply(zoom: ZoomStep): void {
  if (window.desktop) void window.desktop.setZoom(zoom);
  else document.documentElement.style.zoom = `${zoom}%`;
}

export function setZoom(zoom: ZoomStep): void {
  localStorage.setItem(STORED, String(zoom));
  apply(zoom);
  take(zoom);
}

function take(zoom: ZoomStep): void {
  current = zoom;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useZoom(): ZoomStep {
  return useSyncExternalStore(subscribe, () => current);
}
